package policy

import (
	"crypto/sha256"
	"reflect"
	"sync"
)

// decodedFiles keeps what was read from files of packs. A pack is read again and again with all but one file the same (a
// parent under each of its children, a draft after every keystroke that is saved), and reading YAML is half the work of
// loading.
var decodedFiles = decodedCache{limit: 16 << 20}

// decodedCache maps a file (its name, what it is read as, its text) to the value read from it. Only faultless files are
// kept, so that a fault is told every time. Values are copied in and out: building a pack writes into what was read.
type decodedCache struct {
	limit int // bytes of text; above it all is forgotten

	mu    sync.Mutex
	bytes int
	kept  map[decodedKey]reflect.Value
}

type decodedKey struct {
	file string
	as   reflect.Type
	sum  [sha256.Size]byte
}

func decodedKeyOf(file string, text []byte, as reflect.Type) decodedKey {
	return decodedKey{file, as, sha256.Sum256(text)}
}

// get fills v, a pointer, with a copy of its own of what was kept.
func (c *decodedCache) get(k decodedKey, v reflect.Value) bool {
	c.mu.Lock()
	kept, ok := c.kept[k]
	c.mu.Unlock()
	if ok {
		v.Elem().Set(deepCopy(kept))
	}
	return ok
}

// put keeps a copy of what the pointer v points to.
func (c *decodedCache) put(k decodedKey, v reflect.Value, size int) {
	own := deepCopy(v.Elem())
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept == nil || c.bytes+size > c.limit {
		c.kept, c.bytes = map[decodedKey]reflect.Value{}, 0
	}
	if _, ok := c.kept[k]; !ok {
		c.bytes += size
	}
	c.kept[k] = own
}

// deepCopy copies a value as the YAML decoder makes it: pointers, slices, maps and what is in them. Fields that are not
// exported are copied as they are; the decoder never sets them.
func deepCopy(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Slice, reflect.Map:
		if v.IsNil() {
			return v
		}
	}
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Pointer:
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(deepCopy(v.Elem()))
	case reflect.Interface:
		out.Set(deepCopy(v.Elem()))
	case reflect.Slice:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(deepCopy(v.Index(i)))
		}
	case reflect.Map:
		out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		for each := v.MapRange(); each.Next(); {
			out.SetMapIndex(each.Key(), deepCopy(each.Value()))
		}
	case reflect.Struct:
		out.Set(v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(deepCopy(v.Field(i)))
			}
		}
	default:
		out.Set(v)
	}
	return out
}
