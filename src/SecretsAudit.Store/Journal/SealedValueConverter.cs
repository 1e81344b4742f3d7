using System.Text.Json;
using System.Text.Json.Serialization;
using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// A value's row as formats 1 and 2 wrote it, in JSON; <see cref="ValueRow"/> is what is written now. The key's ARN is one text for all values
/// of a key.
/// </summary>
internal sealed class SealedValueConverter : JsonConverter<SealedValue>
{
    [ThreadStatic]
    private static string? _lastArn;

    public override SealedValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? arn = null;
        byte[]? dataKey = null, box = null;
        bool? isBinary = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("KmsKeyArn"u8))
            {
                reader.Read();
                arn = _lastArn is { } last && reader.ValueTextEquals(last) ? last : _lastArn = reader.GetString();
            }
            else if (reader.ValueTextEquals("WrappedDataKey"u8))
            {
                reader.Read();
                dataKey = reader.GetBytesFromBase64();
            }
            else if (reader.ValueTextEquals("Box"u8))
            {
                reader.Read();
                box = reader.GetBytesFromBase64();
            }
            else if (reader.ValueTextEquals("IsBinary"u8))
            {
                reader.Read();
                isBinary = reader.GetBoolean();
            }
            else
            {
                reader.Skip();
            }
        }

        return arn is not null && dataKey is not null && box is not null && isBinary is { } binary
            ? new() { KmsKeyArn = arn, WrappedDataKey = dataKey, Box = box, IsBinary = binary }
            : throw new JsonException("A sealed value lacks a member.");
    }

    public override void Write(Utf8JsonWriter writer, SealedValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("KmsKeyArn"u8, value.KmsKeyArn);
        writer.WriteBase64String("WrappedDataKey"u8, value.WrappedDataKey);
        writer.WriteBase64String("Box"u8, value.Box);
        writer.WriteBoolean("IsBinary"u8, value.IsBinary);
        writer.WriteEndObject();
    }
}
