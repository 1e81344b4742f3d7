using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// A version inside its secret's row as formats 1 and 2 wrote it, in JSON; <see cref="SecretRow"/> is what is written now. Nearly every
/// version that has a label has AWS's own one alone, so those share their lists.
/// </summary>
internal sealed class SecretVersionConverter : JsonConverter<SecretVersion>
{
    public override SecretVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? id = null;
        ImmutableArray<string>? stages = null;
        DateTimeOffset? created = null, accessed = null;
        var isEmpty = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Id"u8))
            {
                reader.Read();
                id = reader.GetString();
            }
            else if (reader.ValueTextEquals("Stages"u8))
            {
                reader.Read();
                stages = ReadStages(ref reader);
            }
            else if (reader.ValueTextEquals("Created"u8))
            {
                reader.Read();
                created = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("LastAccessed"u8))
            {
                reader.Read();
                accessed = reader.TokenType == JsonTokenType.Null ? null : reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("IsEmpty"u8))
            {
                reader.Read();
                isEmpty = reader.GetBoolean();
            }
            else
            {
                reader.Skip();
            }
        }

        return id is not null && stages is { } labels && created is { } moment
            ? new() { Key = new(id), Stages = labels, Created = moment, LastAccessed = accessed, IsEmpty = isEmpty }
            : throw new JsonException("A version lacks a member.");
    }

    public override void Write(Utf8JsonWriter writer, SecretVersion value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("Id"u8, value.Id);
        writer.WriteStartArray("Stages"u8);
        foreach (var stage in value.Stages)
        {
            writer.WriteStringValue(stage);
        }

        writer.WriteEndArray();
        writer.WriteString("Created"u8, value.Created);
        if (value.LastAccessed is { } accessed)
        {
            writer.WriteString("LastAccessed"u8, accessed);
        }

        writer.WriteBoolean("IsEmpty"u8, value.IsEmpty);
        writer.WriteEndObject();
    }

    private static ImmutableArray<string> ReadStages(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A version's labels are no list.");
        }

        var stages = ImmutableArray<string>.Empty;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            stages = stages.Add(
                reader.ValueTextEquals(StagingLabels.Current) ? StagingLabels.Current
                : reader.ValueTextEquals(StagingLabels.Previous) ? StagingLabels.Previous
                : reader.GetString() ?? throw new JsonException("A label is null."));
        }

        return stages is not [var only] ? stages : only switch
        {
            StagingLabels.Current => StagingLabels.CurrentOnly,
            StagingLabels.Previous => StagingLabels.PreviousOnly,
            _ => stages,
        };
    }
}
