// @ts-check
import {
  Archive, ArrowDown, ArrowUp, BookOpen, Building2, Check, ChevronDown, ChevronLeft, ChevronRight, CircleAlert, CircleHelp, CircleUser, Contrast, Copy,
  Database, Download, Eclipse, Eye, EyeOff,
  FilePlus2, FileUp, FlipVertical2, FolderUp, Hand, ImageOff, Images, Keyboard, LibraryBig, LogOut, Maximize, MemoryStick, Moon, Pencil,
  Plus, RotateCcw, RotateCw, ScrollText, Send, SlidersHorizontal, Sun, Trash2, Undo2, Users, X, ZoomIn, ZoomOut,
} from "lucide";

/**
 * The pages' icons by what they are for, from Lucide (ISC). Each is a list of SVG elements: `[tag, attributes]`.
 * @satisfies {Record<string, import("lucide").IconNode>}
 */
export const icons = {
  add: Plus,
  alert: CircleAlert,
  archive: Archive,
  audit: ScrollText,
  caches: MemoryStick,
  check: Check,
  close: X,
  contrast: Contrast,
  copy: Copy,
  dark: Moon,
  database: Database,
  docs: BookOpen,
  down: ArrowDown,
  download: Download,
  edit: Pencil,
  expand: ChevronDown,
  file: FileUp,
  filter: SlidersHorizontal,
  fit: Maximize,
  flip: FlipVertical2,
  folder: FolderUp,
  help: CircleHelp,
  hide: EyeOff,
  images: Images,
  institution: Building2,
  invert: Eclipse,
  keys: Keyboard,
  library: LibraryBig,
  light: Sun,
  newCase: FilePlus2,
  next: ChevronRight,
  noImage: ImageOff,
  pan: Hand,
  people: Users,
  person: CircleUser,
  previous: ChevronLeft,
  preview: Eye,
  publish: Send,
  remove: Trash2,
  reset: RotateCcw,
  rotate: RotateCw,
  signOut: LogOut,
  undo: Undo2,
  up: ArrowUp,
  zoomIn: ZoomIn,
  zoomOut: ZoomOut,
};

/** What every icon's `<svg>` carries. */
export const iconAttributes = {
  class: "icon",
  viewBox: "0 0 24 24",
  width: "20",
  height: "20",
  fill: "none",
  stroke: "currentColor",
  "stroke-width": "1.75",
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
  "aria-hidden": "true",
};
