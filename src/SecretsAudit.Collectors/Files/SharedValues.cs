using System.Diagnostics.CodeAnalysis;

namespace SecretsAudit.Collectors;

/// <summary>
/// Values that a file repeats, by their JSON: tags, policies, schedules and scopes are the same for most secrets of an estate. One that was read
/// before is taken as it is, which saves its parsing and its memory. Holds a bounded number, and starts anew when that is reached.
/// </summary>
internal sealed class SharedValues<T>
    where T : class
{
    private const int Most = 4096;
    private const int LongestJson = 32 * 1024;

    private readonly Dictionary<byte[], T> _values;
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _byText;

    public SharedValues()
    {
        _values = new(Bytes.Comparer);
        _byText = _values.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>The value that was read from the same JSON before.</summary>
    public bool TryFind(ReadOnlySpan<byte> json, [MaybeNullWhen(false)] out T value) => _byText.TryGetValue(json, out value);

    /// <summary>Remembers a value, unless its JSON is long.</summary>
    public void Keep(ReadOnlySpan<byte> json, T value)
    {
        if (json.Length > LongestJson)
            return;
        if (_values.Count == Most)
            _values.Clear();
        _values[json.ToArray()] = value;
    }

    /// <summary>Forgets all, as when a number in the JSON comes to mean something else.</summary>
    public void Clear() => _values.Clear();

    // Seeded by the runtime, so that no file can be written whose texts all meet in one place.
    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static Bytes Comparer { get; } = new();

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] bytes) => GetHashCode(bytes.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
