using System.Globalization;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Reading;

/// <summary>Reads one fact of a test: a value, or the plain words <c>absent</c> and <c>unknown</c>.</summary>
internal sealed class FactReader(DateTimeOffset now, ErrorList errors)
{
    private readonly FactOrigin _origin = new("test", now);

    public Fact<string> Text(MapReader reader, string key) => Of(reader, key, node => (node as YamlText)?.Value);

    public Fact<bool> Bool(MapReader reader, string key) => OfText<bool>(reader, key, text => text switch { "true" => true, "false" => false, _ => null });

    public Fact<int> Int(MapReader reader, string key) =>
        OfText<int>(reader, key, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    public Fact<TimeSpan> Duration(MapReader reader, string key) =>
        OfText<TimeSpan>(reader, key, text => Durations.TryParse(text, out var duration) ? duration : null);

    public Fact<DateTimeOffset> Moment(MapReader reader, string key) =>
        OfText<DateTimeOffset>(reader, key, text => InventoryReader.TryMoment(text, now, out var moment) ? moment : null);

    public Fact<T> Of<T>(MapReader reader, string key, Func<YamlNode, T?> read)
        where T : class
    {
        if (reader.Optional(key) is not { } node)
            return Fact<T>.Unknown(_origin.Failed("the test does not state it"));

        if (State<T>(node) is { } state)
            return state;

        var before = errors.IsEmpty;
        if (read(node) is { } value)
            return Fact.Known(value, _origin);

        if (before == errors.IsEmpty)
            errors.Add(node.At, $"'{key}' has a value of the wrong kind.");

        return default;
    }

    private Fact<T> OfText<T>(MapReader reader, string key, Func<string, T?> read)
        where T : struct
    {
        if (reader.Optional(key) is not { } node)
            return Fact<T>.Unknown(_origin.Failed("the test does not state it"));

        if (State<T>(node) is { } state)
            return state;

        if (node is YamlText text && read(text.Value) is { } value)
            return Fact.Known(value, _origin);

        var hint = typeof(T) == typeof(DateTimeOffset) ? "Write 2026-01-15, 2026-01-15T12:00:00Z or now-90d." : null;
        errors.Add(node.At, $"'{key}' has a value of the wrong kind.", hint);
        return default;
    }

    private Fact<T>? State<T>(YamlNode node)
        where T : notnull
        => node is not YamlText { IsPlain: true } text ? null
            : text.Value == "absent" ? Fact<T>.Absent(_origin)
            : text.Value == "unknown" ? Fact<T>.Unknown(_origin.Failed("the test says that it is unknown"))
            : null;
}
