// The files of the program besides the first, as `src/ui/door.rs` has them.

export const DOORS = ['later', 'author', 'hand', 'leaflet', 'finder', 'entitled', 'kiosk', 'upkeep', 'drafts', 'carry', 'counter', 'own'];
