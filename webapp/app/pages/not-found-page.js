// @ts-check
import { startFrame } from "./frame.js";

startFrame();
