using SecretsAudit.Iam;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Estate;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Estate;

/// <summary>The estate's answer key against plain readings of the store, so that no error of a rule can agree with an error of the estate.</summary>
public sealed class SampleEstateTests(SampleEstateFixture fixture) : IClassFixture<SampleEstateFixture>
{
    private static readonly DateTimeOffset Now = SampleEstate.AsOf;

    private IEnumerable<Secret> Secrets => fixture.Estate.Accounts
        .SelectMany(account => SampleEstate.Regions.SelectMany(region => fixture.Store.State.Region(account.Id, region).Secrets));

    private IEnumerable<Secret> Alive => Secrets.Where(secret => !secret.IsPendingDeletion);

    [Fact]
    public void Exactly_the_planted_secrets_missed_a_rotation_by_more_than_a_day() =>
        AssertPlanted("rotation-overdue", Alive.Where(secret => secret.Rotation is { Enabled: true, NextDue: { } due } && due.AddDays(1) < Now));

    [Fact]
    public void Exactly_the_planted_secrets_are_sealed_under_the_AWS_managed_key() =>
        AssertPlanted("aws-managed-key", Alive.Where(secret => secret.Versions.Any(version =>
            !version.IsEmpty && KeyId.Parse(version.Value.KmsKeyArn, "", "")!.Value.Find(fixture.Store.State)!.IsAwsManaged)));

    [Fact]
    public void Exactly_the_planted_secrets_have_AWSPENDING_on_a_version_that_is_not_current() =>
        AssertPlanted("rotation-stuck", Alive.Where(secret => !secret.IsReplica && secret.Versions.Any(version =>
            version.Stages.Contains("AWSPENDING") && !version.Stages.Contains("AWSCURRENT"))));

    [Fact]
    public void Exactly_the_planted_secrets_rotate_and_never_did() =>
        AssertPlanted("never-rotated", Alive.Where(secret => secret is { IsReplica: false, Rotation.Enabled: true, LastRotated: null } && secret.Created < Now.AddDays(-7)));

    [Fact]
    public void Exactly_the_planted_secrets_have_no_value_after_a_day() =>
        AssertPlanted("no-current-value", Alive.Where(secret => !secret.Versions.Any(version => version.Stages.Contains("AWSCURRENT")) && secret.Created < Now.AddDays(-1)));

    [Fact]
    public void Exactly_the_planted_keys_wait_for_their_deletion() => AssertPlanted(
        "key-pending-deletion",
        fixture.Store.State.Regions.SelectMany(region => region.Keys).Where(key => key.State == "PendingDeletion").Select(key => key.Arn));

    [Fact]
    public void Exactly_the_planted_parameters_are_under_the_AWS_managed_key() => AssertPlanted(
        "parameter-under-aws-managed-key",
        fixture.Store.State.Rows.OfType<Parameter>().Where(parameter => parameter.Latest is { Type: "SecureString", KeyId: null or "alias/aws/ssm" }).Select(parameter => parameter.Arn));

    [Fact]
    public void Exactly_the_planted_policies_let_anybody_in() =>
        AssertPlanted("wildcard-resource-policy", Secrets.Where(secret => secret.Policy is { } policy
            && PolicyReach.Of(PolicyDocument.Parse(policy, PolicyKind.Secret).Document!).IsPublic));

    [Fact]
    public void Exactly_the_planted_secrets_were_read_nowhere_for_more_than_ninety_days() =>
        AssertPlanted("unused-secret", Alive.Where(secret => !secret.IsReplica && (Now.Date - LastUse(secret).Date).Days > 90));

    [Fact]
    public void Exactly_the_planted_secrets_have_replicas_where_the_company_is_not() =>
        AssertPlanted("cost-outlier", Alive.Where(secret => secret.Replicas.Any(replica => !SampleEstate.Regions.Contains(replica.Region))));

    [Fact]
    public void No_secret_is_read_so_often_that_its_calls_cost_a_tenth_of_its_storage() =>
        Assert.All(
            Reads("111122223333", "eu-central-1").Where(happened => happened.Resources is [_, ..]).CountBy(happened => happened.Resources[0].ResourceName),
            reads => Assert.InRange(reads.Value, 1, 5000));

    [Fact]
    public void Services_of_many_teams_read_their_secrets_over_the_last_ninety_days()
    {
        var reads = Reads("111122223333", "eu-central-1").ToList();

        Assert.InRange(reads.Count, 300, 2000);
        Assert.InRange(reads.Select(happened => happened.Username).Distinct().Count(), 20, 200);
        Assert.InRange((reads.Max(happened => happened.EventTime) - reads.Min(happened => happened.EventTime)).TotalDays, 80, 90);
    }

    [Fact]
    public void Secrets_are_of_many_ages()
    {
        Assert.InRange(Secrets.Min(secret => secret.Created), Now.AddDays(-1200), Now.AddDays(-1000));
        Assert.InRange(Secrets.Max(secret => secret.Created), Now.AddDays(-7), Now);
    }

    [Fact]
    public void Exactly_the_planted_replicas_never_arrived() =>
        AssertPlanted("replica-out-of-sync", Secrets.Where(secret => secret.Replicas.Any(replica => replica.Status != "InSync")));

    [Fact]
    public async Task An_auditor_reads_descriptions_and_policies_and_no_value()
    {
        var auditor = Auditor(fixture.Store, "111122223333");

        var described = await fixture.Store.InvokeAsync(auditor, "eu-central-1", new DescribeSecret.Request { SecretId = "prod/payments/wallet-api/postgres-app" });
        await fixture.Store.InvokeAsync(auditor, "eu-central-1", new GetResourcePolicy.Request { SecretId = described.ARN });
        await fixture.Store.InvokeAsync(auditor, "eu-central-1", new DescribeKey.Request { KeyId = "alias/aws/secretsmanager" });

        await Assert.ThrowsAsync<AccessDeniedException>(
            () => fixture.Store.InvokeAsync(auditor, "eu-central-1", new GetSecretValue.Request { SecretId = described.ARN }));
    }

    [Fact]
    public async Task It_is_the_same_every_time()
    {
        await using var store = await ReferenceStore.OpenAsync(SampleEstate.Options);
        var again = await SampleEstate.BuildAsync(store);

        Assert.Equal(fixture.Estate.AnswerKey.Violations, again.AnswerKey.Violations);
        Assert.Equal(fixture.Estate.AnswerKey.Neighbours, again.AnswerKey.Neighbours);
        Assert.Equal(fixture.Estate.Accounts.Select(account => account.Auditor.AccessKeyId), again.Accounts.Select(account => account.Auditor.AccessKeyId));
        Assert.Equal(
            Secrets.Select(Portrait).Order(StringComparer.Ordinal),
            SampleEstate.Regions.SelectMany(region => again.Accounts.SelectMany(account => store.State.Region(account.Id, region).Secrets)).Select(Portrait).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_hindered_auditor_is_denied_some_reads()
    {
        await using var store = await ReferenceStore.OpenAsync(SampleEstate.Options);
        await SampleEstate.BuildAsync(store, withDeniedReads: true);
        var auditor = Auditor(store, "111122223333");

        await store.InvokeAsync(auditor, "eu-central-1", new GetResourcePolicy.Request { SecretId = "prod/payments/wallet-api/postgres-app" });
        await Assert.ThrowsAsync<AccessDeniedException>(
            () => store.InvokeAsync(auditor, "eu-central-1", new GetResourcePolicy.Request { SecretId = "prod/finance/expense-import/bank-sftp-key" }));
        await Assert.ThrowsAsync<AccessDeniedException>(
            () => store.InvokeAsync(auditor, "eu-central-1", new DescribeSecret.Request { SecretId = "prod/customer/single-sign-on/token-signing-key" }));
    }

    [Fact]
    public async Task A_store_with_a_past_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => SampleEstate.BuildAsync(fixture.Store));

    private void AssertPlanted(string rule, IEnumerable<Secret> found) => AssertPlanted(rule, found.Select(secret => secret.Arn));

    private void AssertPlanted(string rule, IEnumerable<string> found) => Assert.Equal(
        fixture.Estate.AnswerKey.Violations.Where(answer => answer.Rule == rule).Select(answer => answer.SecretArn).Order(StringComparer.Ordinal),
        found.Order(StringComparer.Ordinal));

    private DateTimeOffset LastUse(Secret secret) => secret.Replicas
        .Select(replica => fixture.Store.State.Secret(secret.Account, replica.Region, secret.Name)?.LastAccessed)
        .Append(secret.LastAccessed)
        .Max() ?? secret.Created;

    private IEnumerable<LookupEvents.Event> Reads(string account, string region)
    {
        string? token = null;
        do
        {
            var page = fixture.Store.InvokeAsync(Auditor(fixture.Store, account), region, new LookupEvents.Request
            {
                LookupAttributes = [new() { AttributeKey = "EventName", AttributeValue = "GetSecretValue" }],
                NextToken = token,
            }).GetAwaiter().GetResult();
            foreach (var happened in page.Events)
                yield return happened;
            token = page.NextToken;
        }
        while (token is not null);
    }

    private static Caller Auditor(ReferenceStore store, string account) => new(store.Accounts.Find($"arn:aws:iam::{account}:user/secrets-auditor")!);

    private static string Portrait(Secret secret) => string.Join(
        '|', secret.Arn, secret.Created.ToString("O"), secret.LastChanged?.ToString("O"), secret.LastAccessed?.ToString("O"), secret.LastRotated?.ToString("O"), secret.KmsKeyId,
        string.Join(',', secret.Versions.Select(version => $"{version.Id}:{string.Join('+', version.Stages)}")));
}
