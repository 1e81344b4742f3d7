using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Access;

/// <summary>
/// https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access.html and
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
/// </summary>
public sealed class AccessControlTests : IAsyncLifetime
{
    private const string Foreign = "210987654321";

    private TestStore _store = null!;

    private AccountRegistry Accounts => _store.Store.Accounts;

    public async Task InitializeAsync() => _store = await TestStore.OpenAsync();

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Fact]
    public async Task Without_a_policy_a_user_may_do_nothing_and_AWS_says_why()
    {
        await Create();
        var reader = await UserAsync();

        var error = await Refused(reader, Read());

        Assert.Equal(
            "User: arn:aws:iam::123456789012:user/reader is not authorized to perform: secretsmanager:GetSecretValue on resource: app "
            + "because no identity-based policy allows the secretsmanager:GetSecretValue action",
            error.Message);
    }

    [Fact]
    public async Task A_stranger_cannot_tell_a_missing_secret_from_a_forbidden_one()
    {
        var error = await Refused(await UserAsync(), Read("none"));

        Assert.Contains("is not authorized to perform", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:123456789012:secret:app-??????", true)]
    [InlineData("secretsmanager:Get*", "*", true)]
    [InlineData("SecretsManager:getsecretvalue", "*", true)]
    [InlineData("secretsmanager:DescribeSecret", "*", false)]
    [InlineData("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:123456789012:secret:other-??????", false)]
    public async Task An_identity_policy_decides_by_action_and_resource(string action, string resource, bool allowed)
    {
        await Create();

        await Expect(allowed, await UserAsync(Policy("Allow", action, resource)), Read());
    }

    [Fact]
    public async Task A_deny_wins_over_every_allow()
    {
        await Create();
        await Attach(Allow("arn:aws:iam::123456789012:user/reader"));

        var error = await Refused(await UserAsync(Policy("Allow", "*", "*"), Policy("Deny", "secretsmanager:GetSecretValue", "*")), Read());

        Assert.EndsWith("with an explicit deny in an identity-based policy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_policy_alone_lets_a_user_of_the_account_in()
    {
        await Create();
        var reader = await UserAsync();

        await Attach(Allow("arn:aws:iam::123456789012:user/reader"));

        await Expect(true, reader, Read());
    }

    [Fact]
    public async Task A_resource_policy_can_shut_out_even_the_root()
    {
        await Create();
        await Attach("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""");

        var error = await Refused(_store.Root, Read());

        Assert.EndsWith("with an explicit deny in a resource-based policy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permissions_boundary_limits_and_never_grants()
    {
        await Create();
        var principal = (await UserAsync(Policy("Allow", "secretsmanager:*", "*"))).Principal;

        var boundary = (await _store.Do(new CreatePolicy.Request { PolicyName = "boundary", PolicyDocument = Policy("Allow", "secretsmanager:DescribeSecret", "*") })).Policy;
        var bounded = new Caller(await Accounts.PutPermissionsBoundaryAsync(principal, boundary.Arn));

        await Expect(true, bounded, new DescribeSecret.Request { SecretId = "app" });
        var error = await Refused(bounded, Read());
        Assert.Contains("permissions boundary", error.Message, StringComparison.Ordinal);
        await Expect(true, new Caller(await Accounts.PutPermissionsBoundaryAsync(principal, null)), Read());
    }

    private static SessionTicket Session(Principal principal) =>
        new() { PrincipalArn = principal.Arn, UniqueId = principal.UniqueId, SessionName = "s", SecretAccessKey = "", Expires = TestStore.Start.AddHours(1) };

    [Fact]
    public async Task A_session_policy_limits_a_role_session()
    {
        await Create();
        var role = await Accounts.CreateRoleAsync(TestStore.Account, "app", new Dictionary<string, string> { ["all"] = Policy("Allow", "secretsmanager:*", "*") });
        var session = new Caller(role, "s") { Session = Session(role) with { Policies = [Policy("Allow", "secretsmanager:DescribeSecret", "*")] } };

        await Expect(true, new Caller(role, "s"), Read());
        await Expect(true, session, new DescribeSecret.Request { SecretId = "app" });
        Assert.Contains("session policy", (await Refused(session, Read())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_of_principal_and_secret_decide_together()
    {
        await Create(new WireTag { Key = "team", Value = "orders" });
        var policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"${aws:PrincipalTag/team}"}}}]}""";
        var orders = await Accounts.CreateUserAsync(TestStore.Account, "orders", new Dictionary<string, string> { ["p"] = policy }, new Dictionary<string, string> { ["team"] = "orders" });
        var billing = await Accounts.CreateUserAsync(TestStore.Account, "billing", new Dictionary<string, string> { ["p"] = policy }, new Dictionary<string, string> { ["team"] = "billing" });

        await Expect(true, new Caller(orders), Read());
        await Expect(false, new Caller(billing), Read());
    }

    [Theory]
    [InlineData("""{"StringEquals":{"secretsmanager:VersionStage":"AWSCURRENT"}}""", true)]
    [InlineData("""{"StringEquals":{"secretsmanager:VersionStage":"AWSPREVIOUS"}}""", false)]
    [InlineData("""{"StringEquals":{"secretsmanager:ResourceTag/team":"orders"}}""", true)]
    [InlineData("""{"StringLike":{"secretsmanager:SecretId":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-*"}}""", true)]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"127.0.0.0/8"}}""", true)]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}""", false)]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"}}""", true)]
    [InlineData("""{"Bool":{"aws:SecureTransport":"false"}}""", false)]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", false)]
    [InlineData("""{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-company"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-other"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:ResourceOrgID":"o-company"}}""", true)]
    [InlineData("""{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:user/reader"}}""", true)]
    [InlineData("""{"DateGreaterThan":{"aws:CurrentTime":"2026-03-01T00:00:00Z"}}""", true)]
    [InlineData("""{"DateLessThan":{"aws:CurrentTime":"2026-03-01T00:00:00Z"}}""", false)]
    public async Task Conditions_are_judged_on_the_request(string condition, bool allowed)
    {
        await Accounts.CreateAccountAsync(TestStore.Account, "test", "o-company");
        await Create(new WireTag { Key = "team", Value = "orders" });
        var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*","Condition":{{condition}}}]}""";

        await Expect(allowed, await UserAsync(policy), Read());
    }

    [Fact]
    public async Task A_second_factor_is_a_fact_of_the_session()
    {
        await Create();
        var policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}""";
        var role = await Accounts.CreateRoleAsync(TestStore.Account, "admin", new Dictionary<string, string> { ["p"] = policy });

        await Expect(true, new Caller(role, "s") { Session = Session(role) with { MultiFactorAuthenticated = true } }, Read());
        await Expect(false, new Caller(role, "s") { Session = Session(role) }, Read());
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:RequestTag/team":"orders"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:RequestTag/team":"billing"}}""", false)]
    [InlineData("""{"ForAllValues:StringEquals":{"aws:TagKeys":["team"]}}""", true)]
    [InlineData("""{"ForAllValues:StringEquals":{"aws:TagKeys":["cost"]}}""", false)]
    [InlineData("""{"StringLike":{"secretsmanager:Name":"app*"}}""", true)]
    [InlineData("""{"StringLike":{"secretsmanager:Name":"prod*"}}""", false)]
    [InlineData("""{"StringEquals":{"secretsmanager:AddReplicaRegions":"us-east-1"}}""", true)]
    public async Task A_creation_is_judged_by_what_it_asks_for(string condition, bool allowed)
    {
        var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:CreateSecret","Resource":"*","Condition":{{condition}}}]}""";

        await Expect(
            allowed, await UserAsync(policy, Policy("Allow", "secretsmanager:TagResource", "*"), Policy("Allow", "secretsmanager:ReplicateSecretToRegions", "*")),
            new CreateSecret.Request { Name = "app", Tags = [new() { Key = "team", Value = "orders" }], AddReplicaRegions = [new() { Region = "us-east-1" }] });
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Blocking_public_policies_can_be_made_a_condition(bool blocked, bool allowed)
    {
        await Create();
        var policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:PutResourcePolicy","Resource":"*","Condition":{"Bool":{"secretsmanager:BlockPublicPolicy":"true"}}}]}""";

        await Expect(allowed, await UserAsync(policy), new PutResourcePolicy.Request { SecretId = "app", ResourcePolicy = Allow("arn:aws:iam::123456789012:root"), BlockPublicPolicy = blocked });
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task Another_accounts_user_needs_both_sides_and_a_key_of_the_customer(bool own, bool resource, bool allowed)
    {
        await Accounts.CreateAccountAsync(Foreign, "partner");
        var partner = new Caller(await Accounts.CreateUserAsync(Foreign, "partner", own ? new Dictionary<string, string> { ["p"] = Policy("Allow", "*", "*") } : null));
        var arn = await CreateUnderCustomerKey(partner.Arn);
        if (resource)
        {
            await _store.Do(new PutResourcePolicy.Request { SecretId = arn, ResourcePolicy = Allow(partner.Arn) });
        }

        await Expect(allowed, partner, Read(arn));
    }

    [Fact]
    public async Task Another_account_cannot_read_under_the_default_key()
    {
        await Accounts.CreateAccountAsync(Foreign, "partner");
        var partner = new Caller(await Accounts.CreateUserAsync(Foreign, "partner", new Dictionary<string, string> { ["p"] = Policy("Allow", "*", "*") }));
        var arn = await Create();
        await _store.Do(new PutResourcePolicy.Request { SecretId = arn, ResourcePolicy = Allow(partner.Arn) });

        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => _store.As(partner, Read(arn)));

        Assert.Equal("You can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.", error.Message);
    }

    [Fact]
    public async Task A_key_policy_decides_who_decrypts()
    {
        var key = (await _store.Do(new CreateKey.Request
        {
            Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":["kms:PutKeyPolicy","kms:GenerateDataKey","kms:DescribeKey","kms:Decrypt"],"Resource":"*"}]}""",
        })).KeyMetadata.Arn;
        await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "x", KmsKeyId = key });
        var withKey = await UserAsync(Policy("Allow", "secretsmanager:GetSecretValue", "*"), Policy("Allow", "kms:Decrypt", key));
        var withoutKey = new Caller(await Accounts.CreateUserAsync(TestStore.Account, "nokey", new Dictionary<string, string> { ["p"] = Policy("Allow", "secretsmanager:GetSecretValue", "*") }));

        await Expect(true, withKey, Read());
        Assert.Equal("Access to KMS is not allowed", (await Refused(withoutKey, Read())).Message);
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html, "Required permissions".</summary>
    [Theory]
    [InlineData("TagResource")]
    [InlineData("ReplicateSecretToRegions")]
    public async Task What_is_created_with_a_secret_takes_the_permission_of_its_own_operation(string action)
    {
        var creator = await UserAsync(Policy("Allow", "secretsmanager:CreateSecret", "*"));
        var request = action == "TagResource"
            ? new CreateSecret.Request { Name = "app", Tags = [new() { Key = "k", Value = "v" }] }
            : new CreateSecret.Request { Name = "app", AddReplicaRegions = [new() { Region = "eu-central-1" }] };

        Assert.Contains($"is not authorized to perform: secretsmanager:{action} on resource: app ", (await Refused(creator, request)).Message, StringComparison.Ordinal);

        await Accounts.PutPolicyAsync(creator.Principal, "p1", Policy("Allow", $"secretsmanager:{action}", "arn:aws:secretsmanager:*:*:secret:app-??????"));
        await Expect(true, creator, request);
    }

    /// <summary>
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html: "If successfully completing this operation would result in you
    /// losing your permissions for this secret, then the operation is blocked and returns an Access Denied error."
    /// </summary>
    [Fact]
    public async Task Nobody_tags_away_the_permission_that_a_tag_gives()
    {
        await Create(new WireTag { Key = "team", Value = "orders" });
        var user = await UserAsync("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"orders"}}}]}""");

        await Expect(true, user, new Operations.SecretsManager.TagResource.Request { SecretId = "app", Tags = [new() { Key = "stage", Value = "test" }] });
        await Expect(false, user, new Operations.SecretsManager.TagResource.Request { SecretId = "app", Tags = [new() { Key = "team", Value = "billing" }] });
        await Expect(false, user, new Operations.SecretsManager.UntagResource.Request { SecretId = "app", TagKeys = ["team"] });
        await Expect(true, user, new Operations.SecretsManager.UntagResource.Request { SecretId = "app", TagKeys = ["stage"] });

        Assert.Equal("orders", Assert.Single((await _store.Do(new DescribeSecret.Request { SecretId = "app" })).Tags!).Value);
    }

    /// <summary>https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html, CreateSecret: aws:ResourceTag.</summary>
    [Theory]
    [InlineData("orders", true)]
    [InlineData("billing", false)]
    [InlineData(null, false)]
    public async Task A_secret_is_made_with_the_tag_by_which_its_maker_may_use_it(string? team, bool allowed)
    {
        var user = await UserAsync("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*","Condition":{"StringEquals":{"secretsmanager:ResourceTag/team":"orders"}}}]}""");

        await Expect(allowed, user, new CreateSecret.Request { Name = "app", Tags = team is null ? null : [new() { Key = "team", Value = team }] });
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html: "You also need lambda:InvokeFunction permissions on the rotation function."</summary>
    [Fact]
    public async Task Who_has_a_secret_rotated_may_invoke_its_function()
    {
        const string function = "arn:aws:lambda:eu-west-1:123456789012:function:rotate";
        await Create();
        _store.Store.RotationFunctions.Register(function, (_, _) => Task.CompletedTask);
        var user = await UserAsync(Policy("Allow", "secretsmanager:*", "*"));
        var request = new RotateSecret.Request { SecretId = "app", RotationLambdaARN = function };

        Assert.Equal(
            $"User: {user.Arn} is not authorized to perform: lambda:InvokeFunction on resource: {function} because no identity-based policy allows the lambda:InvokeFunction action",
            (await Refused(user, request)).Message);

        await Accounts.PutPolicyAsync(user.Principal, "p1", Policy("Allow", "lambda:InvokeFunction", function));
        await Expect(true, user, request);
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html: "If you use filters, you must also have secretsmanager:ListSecrets."</summary>
    [Fact]
    public async Task A_batch_by_filters_takes_the_permission_to_list()
    {
        await Create();
        var reader = await UserAsync(Policy("Allow", "secretsmanager:BatchGetSecretValue", "*"), Policy("Allow", "secretsmanager:GetSecretValue", "*"));
        var byFilter = new BatchGetSecretValue.Request { Filters = [new() { Key = "name", Values = ["app"] }] };

        await Expect(true, reader, new BatchGetSecretValue.Request { SecretIdList = ["app"] });
        Assert.Contains("secretsmanager:ListSecrets", (await Refused(reader, byFilter)).Message, StringComparison.Ordinal);

        await Accounts.PutPolicyAsync(reader.Principal, "p2", Policy("Allow", "secretsmanager:ListSecrets", "*"));
        await Expect(true, reader, byFilter);
    }

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html, "Required permissions".</summary>
    [Theory]
    [InlineData("secretsmanager:ValidateResourcePolicy", "secretsmanager:PutResourcePolicy")]
    [InlineData("secretsmanager:PutResourcePolicy", "secretsmanager:ValidateResourcePolicy")]
    public async Task Validating_a_policy_takes_the_permission_to_attach_it(string has, string lacks)
    {
        await Create();
        var author = await UserAsync(Policy("Allow", has, "*"));
        var request = new ValidateResourcePolicy.Request { SecretId = "app", ResourcePolicy = Allow("arn:aws:iam::123456789012:root") };

        Assert.Contains($"is not authorized to perform: {lacks} on resource: app ", (await Refused(author, request)).Message, StringComparison.Ordinal);

        await Accounts.PutPolicyAsync(author.Principal, "p1", Policy("Allow", lacks, "*"));
        await Expect(true, author, request);
    }

    [Fact]
    public async Task A_policy_that_is_taken_away_counts_from_the_next_call()
    {
        await Create();
        var reader = await UserAsync(Policy("Allow", "secretsmanager:*", "*"));
        await Expect(true, reader, Read());

        await Accounts.PutPolicyAsync(reader.Principal, "p0", Policy("Allow", "s3:*", "*"));

        await Expect(false, reader, Read());
    }

    private static GetSecretValue.Request Read(string id = "app") => new() { SecretId = id };

    private static string Policy(string effect, string action, string resource) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Action":"{{action}}","Resource":"{{resource}}"}]}""";

    private static string Allow(string principal) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{principal}}"},"Action":"secretsmanager:*","Resource":"*"}]}""";

    private async Task<string> Create(params WireTag[] tags) => (await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "x", Tags = tags })).ARN;

    private Task Attach(string policy) => _store.Do(new PutResourcePolicy.Request { SecretId = "app", ResourcePolicy = policy });

    private async Task<string> CreateUnderCustomerKey(string user)
    {
        var key = (await _store.Do(new CreateKey.Request
        {
            Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root","{{user}}"]},"Action":"kms:*","Resource":"*"}]}""",
        })).KeyMetadata.Arn;
        return (await _store.Do(new CreateSecret.Request { Name = "app", SecretString = "x", KmsKeyId = key })).ARN;
    }

    private async Task<Caller> UserAsync(params string[] policies) => new(await Accounts.CreateUserAsync(
        TestStore.Account, "reader", policies.Select((policy, i) => (policy, i)).ToDictionary(pair => $"p{pair.i}", pair => pair.policy)));

    private async Task Expect<T>(bool allowed, Caller caller, Operations.IRequest<T> request)
        where T : class
    {
        if (allowed)
        {
            Assert.NotNull(await _store.As(caller, request));
        }
        else
        {
            await Refused(caller, request);
        }
    }

    private Task<AccessDeniedException> Refused<T>(Caller caller, Operations.IRequest<T> request)
        where T : class => Assert.ThrowsAsync<AccessDeniedException>(() => _store.As(caller, request));
}
