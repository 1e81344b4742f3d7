using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SecretsAudit.Reports.Json;

/// <summary>A moment as ISO 8601 in UTC with a <c>Z</c>, whatever offset it was held in.</summary>
internal sealed class UtcMoment : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
