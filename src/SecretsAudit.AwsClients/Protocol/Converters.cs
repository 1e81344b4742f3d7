using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace SecretsAudit.AwsClients;

/// <summary>Timestamps: seconds since 1970, written whole, read with their fraction; ISO 8601 text is read too.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.TryGetDateTimeOffset(out var text) ? text.UtcDateTime : throw Malformed();
        // A decimal keeps every tick; a double would lose some.
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var seconds)
            && Math.Abs(seconds) < (decimal)TimeSpan.MaxValue.TotalSeconds / 2)
        {
            var ticks = DateTime.UnixEpoch.Ticks + (long)(seconds * TimeSpan.TicksPerSecond);
            if (ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks)
                return new DateTime(ticks, DateTimeKind.Utc);
        }
        throw Malformed();
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)Math.Round((value.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds));

    private static JsonException Malformed() => new("A timestamp must be seconds since 1970 or ISO 8601 text.");
}

/// <summary>Blobs: base64 text.</summary>
internal sealed class BlobConverter : JsonConverter<MemoryStream>
{
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.ToArray());
}

/// <summary>Constants: their text; a value that this version does not list is kept.</summary>
internal sealed class ConstantConverter<T>(Func<string, T> find) : JsonConverter<T>
    where T : ConstantClass
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? find(text) : null;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
