using System.Text;

namespace SecretsAudit.CodeScan.Matching;

/// <summary>
/// The values of secrets as keyed fingerprints: whether a text holds one can be asked, what they are cannot. The key is made when the process starts
/// and is written nowhere.
/// </summary>
public sealed class StoredValues
{
    private const int Shortest = 6;
    private const int Longest = 64 * 1024;
    private const int Strong = 8;
    private const int LongPhrase = 16;

    private readonly Dictionary<UInt128, StoredValue> _known = [];
    private readonly HashSet<UInt128> _anywhere = [];
    private readonly Dictionary<ushort, SortedSet<int>> _lengths = [];

    /// <summary>How many forms of values are known.</summary>
    public int Count => _known.Count;

    /// <summary>Adds a secret's value and, when it is a JSON object, the credentials in it. Values of fewer than six characters are left out: they match anything.</summary>
    /// <param name="of">Whose it is.</param>
    /// <param name="value">The value; not kept.</param>
    public void Add(StoredValue of, string value)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(value);
        foreach (var part in SecretParts.Of(value))
        {
            foreach (var form in WrittenForms.Of(part))
                AddForm(of, form, part);
        }
    }

    /// <summary>Adds a binary value, as text where it is text, and in base64.</summary>
    /// <param name="of">Whose it is.</param>
    /// <param name="value">The value; not kept.</param>
    public void Add(StoredValue of, ReadOnlySpan<byte> value)
    {
        Add(of, Convert.ToBase64String(value));
        if (System.Text.Unicode.Utf8.IsValid(value))
            Add(of, Encoding.UTF8.GetString(value));
    }

    /// <summary>The value that a finding's credential is; null when it is none.</summary>
    internal StoredValue? Find(UInt128 mark) => _known.GetValueOrDefault(mark);

    /// <summary>Where a text holds a value that is no everyday word: as a whole, not in the middle of a longer word.</summary>
    internal IEnumerable<(int Start, int Length, StoredValue Value)> FindIn(string text)
    {
        for (var start = 0; start + Shortest <= text.Length; start++)
        {
            if (!IsEdge(text, start) || !_lengths.TryGetValue(Gate(text.AsSpan(start, 4)), out var lengths))
                continue;
            foreach (var length in lengths)
            {
                if (start + length > text.Length)
                    break;
                if (!IsEdge(text, start + length))
                    continue;
                var mark = ValueMark.Of(text.AsSpan(start, length));
                if (!_anywhere.Contains(mark))
                    continue;
                yield return (start, length, _known[mark]);
                start += length - 1;
                break;
            }
        }
    }

    private void AddForm(StoredValue of, string form, string plain)
    {
        if (form.Length is < Shortest or > Longest)
            return;
        var mark = ValueMark.Of(form);
        // What is both live and a former value is live.
        if (!_known.TryGetValue(mark, out var known) || !known.IsCurrent)
            _known[mark] = of;
        if (!IsTelling(plain))
            return;
        _anywhere.Add(mark);
        var gate = Gate(form.AsSpan(0, 4));
        if (!_lengths.TryGetValue(gate, out var lengths))
            _lengths.Add(gate, lengths = []);
        lengths.Add(form.Length);
    }

    // "postgres" as a password is found where it stands as one, not in every sentence about PostgreSQL.
    private static bool IsTelling(string value) =>
        value.Length >= LongPhrase || (value.Length >= Strong && !value.All(char.IsLetter) && !value.All(char.IsDigit));

    private static bool IsEdge(string text, int at) => at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    // Sixteen keyed bits of the first four characters: most places are passed over for the price of a look, and nothing can be read from it.
    private static ushort Gate(ReadOnlySpan<char> start) => ValueMark.Sixteen(start[0] | ((ulong)start[1] << 16) | ((ulong)start[2] << 32) | ((ulong)start[3] << 48));
}
