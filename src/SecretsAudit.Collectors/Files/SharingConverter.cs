using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SecretsAudit.Collectors;

/// <summary>Reads a part of an item that many items have alike, once for all of them.</summary>
/// <param name="line">The line that is being read.</param>
/// <param name="plain">How the part is read and written.</param>
/// <param name="values">What was read before.</param>
internal sealed class SharingConverter<T>(LineText line, JsonTypeInfo<T> plain, SharedValues<T> values) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = line.Skip(ref reader);
        if (!values.TryFind(json, out var value))
        {
            value = JsonSerializer.Deserialize(json, plain) ?? throw new JsonException("A part of an item is null.");
            values.Keep(json, value);
        }

        return value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, plain);
}
