using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace SecretsAudit.Store.Events;

/// <summary>Keeps what could not be delivered, with what EventBridge says of a dead letter: the rule, the error and how often it was tried.</summary>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html"/>
internal sealed partial class DeadLetterFile(string path, string rule, ILogger logger)
{
    private readonly Lock _writing = new();

    public void Append(byte[] envelope, DeliveryFailure failure, int retries)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("rule", rule);
            json.WriteString("errorCode", failure.Code);
            json.WriteString("errorMessage", failure.Message);
            json.WriteNumber("retryAttempts", retries);
            json.WritePropertyName("event");
            json.WriteRawValue(envelope, skipInputValidation: true);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        lock (_writing)
        {
            try
            {
                using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                file.Write(line.GetBuffer(), 0, (int)line.Length);
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                // A full disk must not end the deliveries that still can be made.
                LogLost(logger, rule, unwritable);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An event of the rule {Rule} could neither be delivered nor kept as a dead letter.")]
    private static partial void LogLost(ILogger logger, string rule, Exception unwritable);
}
