using System.Text;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.State;

/// <summary>
/// A version's id: the client's token, of 32 to 64 characters. Nearly every one is a UUID and is kept as such, since a secret's versions are
/// compared at every write of it, and texts would be most of their memory.
/// </summary>
internal readonly record struct VersionId
{
    private readonly Guid _uuid;
    private readonly string? _text;

    public VersionId(string id) => _text = UuidText.TryParse(id, out _uuid) ? null : id;

    public VersionId(Guid uuid) => _uuid = uuid;

    /// <summary>Null when the id is no UUID, or not in the form of AWS's clients.</summary>
    public Guid? Uuid => _text is null ? _uuid : null;

    /// <summary>Writes the text in UTF-8.</summary>
    public int WriteTo(Span<byte> utf8) =>
        _text is not null ? Encoding.UTF8.GetBytes(_text, utf8) : _uuid.TryFormat(utf8, out var written) ? written : throw new ArgumentException("The span is too short.", nameof(utf8));

    /// <summary>How many bytes <see cref="WriteTo"/> writes.</summary>
    public int Utf8Length => _text is null ? UuidText.Length : Encoding.UTF8.GetByteCount(_text);

    public override string ToString() => _text ?? _uuid.ToString("D");
}
