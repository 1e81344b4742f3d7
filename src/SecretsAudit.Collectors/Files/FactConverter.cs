using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>A fact: <c>{"is":value,"from":n}</c>, <c>{"absent":n}</c> or <c>{"unknown":n}</c>. A fact that nobody tried to read is left out.</summary>
/// <param name="origins">The numbers of origins.</param>
/// <param name="reader">Reads the value of a known fact; null for the type's own metadata, which costs a call of the serialiser.</param>
internal sealed class FactConverter<T>(OriginNumbers origins, JsonConverter<T>? reader = null) : JsonConverter<Fact<T>>, IFactConverter
    where T : notnull
{
    private readonly JsonConverter<T>? _reader = reader;

    public Type FactType => typeof(Fact<T>);

    public bool IsWritten(object? value) => value is Fact<T> fact && fact != default;

    public override void Write(Utf8JsonWriter writer, Fact<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.TryGetValue(out var known))
        {
            writer.WritePropertyName("is"u8);
            JsonSerializer.Serialize(writer, known, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
            writer.WriteNumber("from"u8, origins.NumberOf(value.Origin!));
        }
        else
        {
            writer.WriteNumber(value.IsAbsent ? "absent"u8 : "unknown"u8, origins.NumberOf(value.Origin!));
        }
        writer.WriteEndObject();
    }

    public override Fact<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        reader.Read();
        Expect(ref reader, JsonTokenType.PropertyName);
        var isKnown = reader.ValueTextEquals("is"u8);
        var isAbsent = !isKnown && reader.ValueTextEquals("absent"u8);
        if (!isKnown && !isAbsent && !reader.ValueTextEquals("unknown"u8))
            throw new JsonException("A fact is none of is, absent, unknown.");
        reader.Read();
        if (!isKnown)
        {
            var origin = OriginAt(ref reader);
            reader.Read();
            Expect(ref reader, JsonTokenType.EndObject);
            return isAbsent ? Fact<T>.Absent(origin)
                : origin.Reason is null ? throw new JsonException("An unknown fact has no reason.") : Fact<T>.Unknown(origin);
        }
        var value = (_reader is null ? JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))) : _reader.Read(ref reader, typeof(T), options)) ?? throw new JsonException("A known fact is null.");
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("from"u8))
            throw new JsonException("A known fact does not say where it is from.");
        reader.Read();
        var from = OriginAt(ref reader);
        reader.Read();
        Expect(ref reader, JsonTokenType.EndObject);
        return Fact<T>.Known(value, from);
    }

    private FactOrigin OriginAt(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && origins.Of(number) is { } origin
            ? origin
            : throw new JsonException("A fact names an origin that no line before gave.");

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
            throw new JsonException("A fact is not written as one.");
    }
}

/// <summary>What the metadata of a type with facts asks of their converter.</summary>
internal interface IFactConverter
{
    /// <summary>The fact's type.</summary>
    Type FactType { get; }

    /// <summary>False for a fact that nobody tried to read.</summary>
    bool IsWritten(object? value);
}
