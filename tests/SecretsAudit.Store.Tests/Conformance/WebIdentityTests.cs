using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Operations.SecretsManager;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>A workload with a token of its own issuer assumes a role without any AWS key, through AWS's own STS client.</summary>
/// <remarks>https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html</remarks>
public sealed class WebIdentityTests : IAsyncLifetime, IDisposable
{
    private const string Issuer = "oidc.example.com/cluster";
    private const string RoleArn = "arn:aws:iam::123456789012:role/pod";

    private readonly RSA _key = RSA.Create(2048);
    private TestStore _store = null!;
    private AmazonSecurityTokenServiceClient _sts = null!;

    public async Task InitializeAsync()
    {
        var given = _key.ExportParameters(false);
        _store = await TestStore.OpenAsync(new StoreOptions
        {
            StartAt = TestStore.Start,
            Ticking = false,
            IdentifierSeed = 7,
            WebIdentityKeys = new Dictionary<string, string>
            {
                [Issuer] = $$"""{"keys":[{"kty":"RSA","kid":"1","use":"sig","n":"{{Base64Url.EncodeToString(given.Modulus)}}","e":"{{Base64Url.EncodeToString(given.Exponent)}}"}]}""",
            },
        });
        await _store.Do(new CreateSecret.Request { Name = "payments", SecretString = "planted" });
        var provider = await _store.Do(new CreateOpenIDConnectProvider.Request { Url = "https://" + Issuer, ClientIdList = ["sts.amazonaws.com"] });
        await _store.Do(new CreateRole.Request
        {
            RoleName = "pod",
            AssumeRolePolicyDocument = $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"{{{{provider.OpenIDConnectProviderArn}}}}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"{{{{Issuer}}}}:sub":"system:serviceaccount:shop:payments"}}}]}""",
        });
        await _store.Do(new PutRolePolicy.Request
        {
            RoleName = "pod",
            PolicyName = "read",
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""",
        });
        _sts = new(new AnonymousAWSCredentials(), _store.InProcess(new AmazonSecurityTokenServiceConfig()));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose()
    {
        _sts.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task A_workload_reads_a_secret_with_nothing_but_its_token()
    {
        var assumed = await AssumeAsync(Token());

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/pod/checkout", assumed.AssumedRoleUser.Arn);
        Assert.Equal(("system:serviceaccount:shop:payments", "sts.amazonaws.com", $"arn:aws:iam::123456789012:oidc-provider/{Issuer}"), (assumed.SubjectFromWebIdentityToken, assumed.Audience, assumed.Provider));
        Assert.Equal("planted", (await Client(assumed).GetSecretValueAsync(new() { SecretId = "payments" })).SecretString);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp
    [Fact]
    public async Task A_token_s_claims_tag_the_session_where_the_role_lets_them()
    {
        const string Tagged = ""","https://aws.amazon.com/tags":{"principal_tags":{"team":["payments"]},"transitive_tag_keys":["team"]},"https://aws.amazon.com/source_identity":"jane" """;
        await _store.Do(new PutRolePolicy.Request
        {
            RoleName = "pod",
            PolicyName = "read",
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"payments","aws:SourceIdentity":"jane"}}}]}""",
        });
        Assert.Equal("AccessDenied", (await Assert.ThrowsAnyAsync<AmazonServiceException>(() => AssumeAsync(Token(more: Tagged)))).ErrorCode);
        await _store.Do(new UpdateAssumeRolePolicy.Request
        {
            RoleName = "pod",
            PolicyDocument = $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/{{{{Issuer}}}}"},"Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession","sts:SetSourceIdentity"]}]}""",
        });

        var tagged = await AssumeAsync(Token(more: Tagged));
        var plain = await AssumeAsync(Token());

        Assert.Equal(("jane", null), (tagged.SourceIdentity, plain.SourceIdentity));
        Assert.Equal("planted", (await Client(tagged).GetSecretValueAsync(new() { SecretId = "payments" })).SecretString);
        await Assert.ThrowsAsync<Amazon.SecretsManager.AmazonSecretsManagerException>(() => Client(plain).GetSecretValueAsync(new() { SecretId = "payments" }));
    }

    [Fact]
    public async Task The_trail_names_the_token_s_subject_and_never_holds_the_token()
    {
        var token = Token();
        await AssumeAsync(token);

        var record = Assert.Single((await _store.Do(new LookupEvents.Request { LookupAttributes = [new() { AttributeKey = "EventName", AttributeValue = "AssumeRoleWithWebIdentity" }] }, "us-east-1")).Events).CloudTrailEvent!;
        Assert.Contains("\"type\":\"WebIdentityUser\"", record, StringComparison.Ordinal);
        Assert.Contains("system:serviceaccount:shop:payments", record, StringComparison.Ordinal);
        Assert.DoesNotContain(token, record, StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
    [Theory]
    [InlineData("another subject", "AccessDenied")]
    [InlineData("another audience", "InvalidIdentityToken")]
    [InlineData("another issuer", "InvalidIdentityToken")]
    [InlineData("expired", "ExpiredTokenException")]
    [InlineData("altered", "InvalidIdentityToken")]
    [InlineData("unsigned", "InvalidIdentityToken")]
    [InlineData("signed with the public key", "InvalidIdentityToken")]
    [InlineData("another key", "InvalidIdentityToken")]
    [InlineData("no token", "InvalidIdentityToken")]
    public async Task A_token_that_does_not_prove_who_holds_it_is_refused(string flaw, string expected)
    {
        using var foreign = RSA.Create(2048);
        var token = flaw switch
        {
            "another subject" => Token(subject: "system:serviceaccount:shop:other"),
            "another audience" => Token(audience: "vault"),
            "another issuer" => Token(issuer: "https://oidc.example.com/other"),
            "expired" => Token(expires: -1),
            "altered" => Token().Split('.') is var parts ? $"{parts[0]}.{Part(Claims("https://" + Issuer, "admin", "sts.amazonaws.com", 600))}.{parts[2]}" : "",
            "unsigned" => $"{Part("""{"alg":"none"}""")}.{Part(Claims("https://" + Issuer, "system:serviceaccount:shop:payments", "sts.amazonaws.com", 600))}.",
            "signed with the public key" => Symmetric(),
            "another key" => Token(key: foreign),
            _ => "not.a.token",
        };

        var refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => AssumeAsync(token));

        Assert.Equal(expected, refusal.ErrorCode);
        Assert.DoesNotContain(token, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_whose_keys_the_store_was_not_given_is_not_believed()
    {
        await _store.Do(new CreateOpenIDConnectProvider.Request { Url = "https://oidc.example.com/other", ClientIdList = ["sts.amazonaws.com"] });

        var refusal = await Assert.ThrowsAsync<InvalidIdentityTokenException>(() => AssumeAsync(Token(issuer: "https://oidc.example.com/other")));

        Assert.StartsWith("Couldn't retrieve verification key from your identity provider", refusal.Message, StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviders.html
    [Fact]
    public async Task A_provider_is_listed_and_once_deleted_its_tokens_are_refused()
    {
        var arn = Assert.Single((await _store.Do(new ListOpenIDConnectProviders.Request())).OpenIDConnectProviderList).Arn;
        var provider = await _store.Do(new GetOpenIDConnectProvider.Request { OpenIDConnectProviderArn = arn });
        await _store.Do(new DeleteOpenIDConnectProvider.Request { OpenIDConnectProviderArn = arn });

        Assert.Equal((Issuer, "sts.amazonaws.com"), (provider.Url, Assert.Single(provider.ClientIdList)));
        await Assert.ThrowsAsync<InvalidIdentityTokenException>(() => AssumeAsync(Token()));
        await Assert.ThrowsAsync<SecretsAudit.Store.Wire.Errors.NoSuchEntityException>(() => _store.Do(new GetOpenIDConnectProvider.Request { OpenIDConnectProviderArn = arn }));
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html, API_UpdateOpenIDConnectProviderThumbprint.html, API_TagOpenIDConnectProvider.html
    [Fact]
    public async Task A_provider_s_audiences_thumbprints_and_tags_are_changed_in_place()
    {
        var arn = Assert.Single((await _store.Do(new ListOpenIDConnectProviders.Request())).OpenIDConnectProviderList).Arn;
        await _store.Do(new AddClientIDToOpenIDConnectProvider.Request { OpenIDConnectProviderArn = arn, ClientId = "vault" });
        await _store.Do(new RemoveClientIDFromOpenIDConnectProvider.Request { OpenIDConnectProviderArn = arn, ClientId = "sts.amazonaws.com" });
        await _store.Do(new UpdateOpenIDConnectProviderThumbprint.Request { OpenIDConnectProviderArn = arn, ThumbprintList = [new string('b', 40)] });
        await _store.Do(new TagOpenIDConnectProvider.Request { OpenIDConnectProviderArn = arn, Tags = [new() { Key = "stage", Value = "test" }, new() { Key = "team", Value = "platform" }] });
        await _store.Do(new UntagOpenIDConnectProvider.Request { OpenIDConnectProviderArn = arn, TagKeys = ["stage"] });

        var provider = await _store.Do(new GetOpenIDConnectProvider.Request { OpenIDConnectProviderArn = arn });
        var tags = await _store.Do(new ListOpenIDConnectProviderTags.Request { OpenIDConnectProviderArn = arn });
        Assert.Equal(("vault", new string('b', 40), "platform"), (Assert.Single(provider.ClientIdList), Assert.Single(provider.ThumbprintList), Assert.Single(provider.Tags!).Value));
        Assert.Equal(("team", false), (Assert.Single(tags.Tags).Key, tags.IsTruncated));
        await AssumeAsync(Token(audience: "vault"));
        Assert.Equal("InvalidIdentityToken", (await Assert.ThrowsAsync<InvalidIdentityTokenException>(() => AssumeAsync(Token()))).ErrorCode);
    }

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
    [Fact]
    public async Task No_message_of_the_store_is_encoded_so_none_is_decoded() =>
        await Assert.ThrowsAsync<SecretsAudit.Store.Wire.Errors.InvalidAuthorizationMessageException>(() =>
            _store.Do(new SecretsAudit.Store.Operations.Sts.DecodeAuthorizationMessage.Request { EncodedMessage = "encoded" }));

    private Amazon.SecretsManager.AmazonSecretsManagerClient Client(AssumeRoleWithWebIdentityResponse assumed) => new(
        new SessionAWSCredentials(assumed.Credentials.AccessKeyId, assumed.Credentials.SecretAccessKey, assumed.Credentials.SessionToken),
        _store.InProcess(new Amazon.SecretsManager.AmazonSecretsManagerConfig()));

    private Task<AssumeRoleWithWebIdentityResponse> AssumeAsync(string token) =>
        _sts.AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest { RoleArn = RoleArn, RoleSessionName = "checkout", WebIdentityToken = token });

    private string Token(
        string issuer = "https://" + Issuer, string subject = "system:serviceaccount:shop:payments", string audience = "sts.amazonaws.com", int expires = 600, RSA? key = null, string more = "")
    {
        var signed = $"{Part("""{"alg":"RS256","kid":"1"}""")}.{Part(Claims(issuer, subject, audience, expires, more))}";
        return $"{signed}.{Base64Url.EncodeToString((key ?? _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    // What a library that lets the token choose its algorithm would take for a signature.
    private string Symmetric()
    {
        var signed = $"{Part("""{"alg":"HS256","kid":"1"}""")}.{Part(Claims("https://" + Issuer, "system:serviceaccount:shop:payments", "sts.amazonaws.com", 600))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Claims(string issuer, string subject, string audience, int expires, string more = "") =>
        $$"""{"iss":"{{issuer}}","sub":"{{subject}}","aud":["{{audience}}"],"exp":{{TestStore.Start.AddSeconds(expires).ToUnixTimeSeconds()}}{{more}}}""";

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
