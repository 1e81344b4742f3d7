using System.Collections.Immutable;
using CsCheck;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Tests.State;

/// <summary>https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html#term_version</summary>
public sealed class StagingLabelTests
{
    private static readonly string[] Labels = ["AWSCURRENT", "AWSPENDING", "AWSPREVIOUS", "BLUE"];

    [Fact]
    public void When_the_current_label_moves_the_previous_label_follows_to_the_version_it_left()
    {
        var secret = WithVersions(2).Attach("AWSCURRENT", "v1").Attach("AWSCURRENT", "v0");

        Assert.Equal("v0", secret.HolderOf("AWSCURRENT")!.Id);
        Assert.Equal("v1", secret.HolderOf("AWSPREVIOUS")!.Id);
    }

    [Fact]
    public void A_third_current_version_leaves_the_first_without_labels()
    {
        var secret = WithVersions(3);

        Assert.True(secret.Version("v0")!.IsDeprecated);
        Assert.Equal("AWSPREVIOUS", Assert.Single(secret.Version("v1")!.Stages));
        Assert.Equal("AWSCURRENT", Assert.Single(secret.Version("v2")!.Stages));
    }

    [Fact]
    public void Attaching_a_label_where_it_is_changes_nothing()
    {
        var secret = WithVersions(2);

        Assert.Same(secret, secret.Attach("AWSCURRENT", "v1"));
    }

    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
    [Fact]
    public void Deprecated_versions_older_than_a_day_go_once_there_are_more_than_a_hundred()
    {
        var secret = Empty;
        for (var i = 0; i < 130; i++)
        {
            secret = secret.AddVersion(Version(i, TestStore.Start.AddHours(i)), ["AWSCURRENT"]);
        }

        Assert.Equal(100, secret.Versions.Length);
        Assert.Equal("v129", secret.HolderOf("AWSCURRENT")!.Id);
        Assert.Equal("v128", secret.HolderOf("AWSPREVIOUS")!.Id);
    }

    [Fact]
    public void Young_versions_are_kept_even_beyond_a_hundred()
    {
        var secret = Empty;
        for (var i = 0; i < 130; i++)
        {
            secret = secret.AddVersion(Version(i, TestStore.Start.AddMinutes(i)), ["AWSCURRENT"]);
        }

        Assert.Equal(130, secret.Versions.Length);
    }

    [Fact]
    public void No_sequence_of_moves_puts_a_label_on_two_versions()
    {
        var move = Gen.Select(Gen.Int[0, 2], Gen.OneOfConst(Labels), Gen.Int[0, 7]);
        move.Array[1, 60].Sample(moves =>
        {
            var secret = WithVersions(8);
            foreach (var (kind, label, target) in moves)
            {
                var before = secret.HolderOf("AWSCURRENT")?.Id;
                secret = kind == 0 && label != "AWSCURRENT" ? secret.Detach(label) : secret.Attach(label, $"v{target}");
                var after = secret.HolderOf("AWSCURRENT")?.Id;
                Assert.True(Labels.All(one => secret.Versions.Count(version => version.Stages.Contains(one)) <= 1));
                if (before != after && before is not null)
                {
                    Assert.Equal(before, secret.HolderOf("AWSPREVIOUS")?.Id);
                }
            }

            return secret.Versions.Length == 8 && secret.HolderOf("AWSCURRENT") is not null;
        });
    }

    private static Secret Empty => new() { Account = TestStore.Account, Region = TestStore.Region, Name = "s", Suffix = "abcdef", Created = TestStore.Start };

    private static Secret WithVersions(int count) =>
        Enumerable.Range(0, count).Aggregate(Empty, (secret, i) => secret.AddVersion(Version(i, TestStore.Start), ["AWSCURRENT"]));

    private static SecretVersion Version(int i, DateTimeOffset created) => new() { Key = new($"v{i}"), Stages = ImmutableArray<string>.Empty, Created = created };
}
