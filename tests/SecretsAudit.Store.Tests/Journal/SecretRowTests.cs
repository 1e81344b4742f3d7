using System.Buffers;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Tests.Journal;

/// <summary>A secret's row by hand: what is written is read, and a row of before that lacks the newest member, too.</summary>
public sealed class SecretRowTests
{
    private static readonly DateTimeOffset Requested = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_secret_that_waits_for_its_deletion_is_read_as_it_was_written()
    {
        var read = SecretRow.Read(Written(Waiting));

        Assert.Equal((Waiting.DeletionDate, Waiting.DeletionRequested), (read.DeletionDate, read.DeletionRequested));
    }

    [Fact]
    public void A_row_from_before_the_request_was_kept_has_the_windows_end_only()
    {
        var row = Written(Waiting);

        var read = SecretRow.Read(row.AsSpan(0, row.Length - sizeof(long)));

        Assert.Equal((Waiting.DeletionDate, (DateTimeOffset?)null), (read.DeletionDate, read.DeletionRequested));
    }

    [Fact]
    public void An_active_secret_takes_no_byte_more() =>
        Assert.Equal(2 * sizeof(long), Written(Waiting).Length - Written(Waiting with { DeletionDate = null, DeletionRequested = null }).Length);

    private static Secret Waiting => new()
    {
        Account = TestStore.Account,
        Region = TestStore.Region,
        Name = "a",
        Suffix = "abcdef",
        Created = Requested.AddDays(-1),
        DeletionDate = Requested.AddDays(7),
        DeletionRequested = Requested,
    };

    private static byte[] Written(Secret secret)
    {
        var row = new ArrayBufferWriter<byte>();
        SecretRow.Write(secret, row);
        return row.WrittenSpan.ToArray();
    }
}
