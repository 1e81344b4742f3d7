using SecretsAudit.Store.Journal;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations;

/// <summary>Keeps the day on which a value was last read; it costs a write on the first read of a day only.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html#SecretsManager-DescribeSecret-response-LastAccessedDate"/>
internal static class LastAccess
{
    public static async Task NoteAsync(Call call, Writer writer)
    {
        for (var i = 0; i < call.ValuesRead.Count; i++)
        {
            var (secret, version) = call.ValuesRead[i];
            if (secret.LastAccessed != Day(call.Now) || version.LastAccessed != Day(call.Now))
            {
                await WriteAsync(writer, secret, version.Id, Day(call.Now)).ConfigureAwait(false);
            }
        }
    }

    private static async Task WriteAsync(Writer writer, Secret secret, string versionId, DateTimeOffset day)
    {
        try
        {
            await writer.SubmitAsync(transaction =>
            {
                if (transaction.Secret(secret.Account, secret.Region, secret.Name) is { } present && present.Version(versionId) is { } version)
                {
                    transaction.Put(present with
                    {
                        LastAccessed = day,
                        Versions = present.Versions.Replace(version, version with { LastAccessed = day }),
                    });
                }

                return true;
            }).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            // A full disk must not stop reads. The date stays what it was, and the next read tries again.
        }
    }

    private static DateTimeOffset Day(DateTimeOffset now) => new(now.UtcDateTime.Date, TimeSpan.Zero);
}
