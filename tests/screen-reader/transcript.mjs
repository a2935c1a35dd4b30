export const keep = (all) => console.log(JSON.stringify(all, null, 1));
