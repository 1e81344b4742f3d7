using System.Security.Cryptography;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Tests.Journal;

/// <summary>The two logs in front of the database, without a store around them.</summary>
public sealed class CommitLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RootKey _root = RootKey.FromBytes(RandomNumberGenerator.GetBytes(RootKey.Length));

    public void Dispose()
    {
        _root.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Commits_that_went_through_many_logs_are_all_there()
    {
        using (var journal = Open())
        {
            journal.Load();
            for (var i = 0; i < 500; i++)
            {
                Commit(journal, i);
            }
        }

        Assert.Equal(500, Names().Count);
    }

    [Fact]
    public void A_row_that_was_deleted_in_a_later_log_is_gone()
    {
        using (var journal = Open())
        {
            journal.Load();
            for (var i = 0; i < 500; i++)
            {
                Commit(journal, i);
            }

            journal.Commit([journal.Encode([new(Account(3).Id, Account(3), null)])]);
        }

        Assert.Equal(499, Names().Count);
    }

    [Fact]
    public void A_commit_that_no_log_has_is_missed_when_a_later_one_is_there()
    {
        using (var journal = Open())
        {
            journal.Load();
            Commit(journal, 1);
        }

        Forge(_root, number: 3);

        using var again = Open();
        var error = Assert.Throws<StoreDamagedException>(again.Load);
        Assert.Contains("commit 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_that_another_key_signed_counts_for_nothing()
    {
        using (var journal = Open())
        {
            journal.Load();
            Commit(journal, 1);
        }

        using var other = RootKey.Random();
        Forge(other, number: 2);

        Assert.Equal(["1"], Names());
    }

    [Fact]
    public void Commits_left_in_both_logs_are_read_in_order()
    {
        using (var journal = Open())
        {
            journal.Load();
            Commit(journal, 1);
        }

        Forge(_root, number: 2, Account(1, "second"), Account(2));
        Forge(_root, number: 3, "store-a.log", Account(1, "third"));

        Assert.Equal(["2", "third"], Names());
        Assert.Equal(["2", "third"], Names());
    }

    private static void Commit(LoggedJournal journal, int i) => journal.Commit([journal.Encode([new(Account(i).Id, null, Account(i))])]);

    private static Account Account(int i, string? name = null) => new() { AccountId = $"{i:000000000000}", Name = name ?? $"{i}" };

    private LoggedJournal Open() => new(_folder.Path, _root, checkpointBytes: 8 * 1024);

    private List<string> Names()
    {
        using var journal = Open();
        return [.. journal.Load().OfType<Account>().Select(account => account.Name).Order(StringComparer.Ordinal)];
    }

    private void Forge(RootKey root, long number, params Account[] accounts) => Forge(root, number, "store-b.log", accounts);

    private void Forge(RootKey root, long number, string file, params Account[] accounts)
    {
        var codec = new RowCodec(root);
        using var log = new CommitLog(Path.Combine(_folder.Path, file), new CommitFrame(root.Derive("commit-mac")));
        log.Append(number, [RowAppender.Encode(codec, [.. accounts.Select(account => new RowChange(account.Id, null, account))])]);
    }
}
