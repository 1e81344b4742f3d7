using SecretsAudit.Engine.Auditing;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Auditing;

/// <summary>A secret that was kept for the second pass is the secret that was read.</summary>
public sealed class PackedSecretsTests
{
    [Fact]
    public void Whatever_a_secret_is_like_it_comes_back_as_it_was()
    {
        var plain = Secret() with { Versions = default, ResourcePolicy = default };
        Secret[] secrets =
        [
            plain,
            plain with { Description = Absent<string>(), KmsKeyId = Absent<string>(), LastAccessed = Absent<DateTimeOffset>(), PrimaryRegion = Known("us-east-1") },
            plain with { Arn = "arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:x-AbCdEf" },
            plain with { Arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:other-AbCdEf" },
            plain with { Arn = "x" },
            plain with { Name = "größe", Arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:größe-ÄbCdEf" },
            plain with { Name = "größe", Arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:größe-AbCdEf" },
            plain with { LastRotated = Denied<DateTimeOffset>() },
            plain with { Tags = Denied<IReadOnlyDictionary<string, string>>() },
            plain with { Description = Fact.Known("x", Read with { Source = "elsewhere" }) },
            plain with { CreatedAt = Known(Now.ToOffset(TimeSpan.FromHours(2))) },
            plain with { CreatedAt = default },
            plain with { Versions = Secret().Versions },
            plain with { Place = new("template.yaml", 1, 1) },
            new() { Arn = "arn:x", Name = "x", Scope = Ireland },
        ];
        var packed = new PackedSecrets(keepsPolicies: true, keepsVersions: true);
        foreach (var secret in secrets)
            packed.Add(secret);

        Assert.Equal(secrets, packed.All());
        Assert.Equal(secrets.Select(secret => secret.CreatedAt.IsKnown ? secret.CreatedAt.Value.Offset : default), packed.All().Select(secret => secret.CreatedAt.IsKnown ? secret.CreatedAt.Value.Offset : default));
    }

    [Fact]
    public void The_order_stays_over_many_pages()
    {
        var packed = new PackedSecrets();
        for (var i = 0; i < 10_000; i++)
            packed.Add(Secret($"s{i}"));

        Assert.Equal(10_000, packed.Count);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"s{i}"), packed.All().Select(secret => secret.Name));
    }

    [Fact]
    public void What_no_rule_asks_for_later_is_not_kept()
    {
        var packed = new PackedSecrets();
        packed.Add(Secret());
        packed.Add(Secret() with { Arn = "x", Tags = Denied<IReadOnlyDictionary<string, string>>() });

        Assert.All(packed.All(), secret => Assert.Equal((default, default), (secret.Versions, secret.ResourcePolicy)));
    }
}
