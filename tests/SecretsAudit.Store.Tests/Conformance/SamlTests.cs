using System.Security.Cryptography.Xml;
using System.Xml;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.Iam;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Somebody who signed in at a SAML provider assumes a role without any AWS key, through AWS's own STS client.</summary>
/// <remarks>https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html</remarks>
public sealed class SamlTests : IAsyncLifetime, IDisposable
{
    private readonly SamlProviderDouble _provider = new();
    private TestStore _store = null!;
    private AmazonSecurityTokenServiceClient _sts = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        await _store.Do(new CreateSAMLProvider.Request { Name = "corporate", SamlMetadataDocument = _provider.Metadata });
        await _store.Do(new CreateRole.Request
        {
            RoleName = "analyst",
            AssumeRolePolicyDocument = $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"{{{{SamlProviderDouble.ProviderArn}}}}"},"Action":["sts:AssumeRoleWithSAML","sts:TagSession"],"Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"},"StringNotEquals":{"SAML:sub":"mallory"}}}]}""",
        });
        _sts = new(new AnonymousAWSCredentials(), _store.InProcess(new AmazonSecurityTokenServiceConfig()));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose()
    {
        _sts.Dispose();
        _provider.Dispose();
    }

    // Providers sign the assertion, the response, or first the one and then the other.
    [Theory]
    [InlineData("_assertion")]
    [InlineData("_response")]
    [InlineData("_assertion", "_response")]
    public async Task A_signed_assertion_is_worth_a_session_of_the_role(params string[] parts)
    {
        var assumed = await AssumeAsync(_provider.Sign(SamlProviderDouble.Response(), parts));

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/analyst/jane@example.com", assumed.AssumedRoleUser.Arn);
        Assert.Equal(("jane", "persistent", SamlProviderDouble.EntityId, "https://signin.aws.amazon.com/saml"), (assumed.Subject, assumed.SubjectType, assumed.Issuer, assumed.Audience));
        using var caller = new AmazonSecurityTokenServiceClient(
            new SessionAWSCredentials(assumed.Credentials.AccessKeyId, assumed.Credentials.SecretAccessKey, assumed.Credentials.SessionToken), _store.InProcess(new AmazonSecurityTokenServiceConfig()));
        Assert.Equal(assumed.AssumedRoleUser.Arn, (await caller.GetCallerIdentityAsync(new())).Arn);
    }

    // "BASE64 ( SHA1 ( "https://example.com/saml" + "123456789012" + "/MySAMLIdP" ) )", the page's form.
    [Fact]
    public async Task The_name_qualifier_is_the_hash_of_issuer_account_and_provider()
    {
        var assumed = await AssumeAsync(_provider.Sign(SamlProviderDouble.Response(), "_assertion"));

        // printf '%s' https://idp.example.com/saml123456789012/corporate | openssl dgst -sha1 -binary | base64
        Assert.Equal("hT9nimOYCCDW/+9EgMczdOQQ0jY=", assumed.NameQualifier);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-saml
    [Fact]
    public async Task The_provider_s_attributes_tag_the_session_and_end_it()
    {
        var more = SamlProviderDouble.Attribute("PrincipalTag:team", "payments") + SamlProviderDouble.Attribute("SessionDuration", "1800");
        var assumed = await AssumeAsync(_provider.Sign(SamlProviderDouble.Response(moreAttributes: more, sessionEnd: $" SessionNotOnOrAfter=\"{SamlProviderDouble.At(1200)}\""), "_assertion"));

        Assert.Equal(TestStore.Start.AddSeconds(1200).UtcDateTime, assumed.Credentials.Expiration!.Value.ToUniversalTime());
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
    [Theory]
    [InlineData("unsigned", "InvalidIdentityToken", "Response signature invalid")]
    [InlineData("altered", "InvalidIdentityToken", "Response signature invalid")]
    [InlineData("another provider's key", "InvalidIdentityToken", "Response signature invalid")]
    [InlineData("SHA-1", "InvalidIdentityToken", "Response signature invalid")]
    [InlineData("a second assertion", "InvalidIdentityToken", "Response must contain exactly one assertion that is not encrypted")]
    [InlineData("the signed one wrapped away", "InvalidIdentityToken", "Response signature invalid")]
    [InlineData("a document type", "InvalidIdentityToken", "Invalid SAML response")]
    [InlineData("another issuer", "InvalidIdentityToken", "Issuer not present in specified provider")]
    [InlineData("another audience", "InvalidIdentityToken", "Response does not contain the required audience.")]
    [InlineData("another recipient", "InvalidIdentityToken", "Response does not name AWS's sign-in endpoint as its recipient")]
    [InlineData("another role", "InvalidIdentityToken", "SAML Assertion doesn't contain the requested Role and Metadata in the attributes")]
    [InlineData("no session name", "InvalidIdentityToken", "RoleSessionName is required in AuthnResponse")]
    [InlineData("a bad session name", "InvalidIdentityToken", "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}")]
    [InlineData("too old", "ExpiredTokenException", "Token must be redeemed within 5 minutes of issuance")]
    [InlineData("whom the role does not trust", "AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML")]
    public async Task An_assertion_that_does_not_prove_who_holds_it_is_refused(string flaw, string code, string message)
    {
        using var foreign = new SamlProviderDouble();
        var document = flaw switch
        {
            "unsigned" => _provider.Sign(SamlProviderDouble.Response()),
            "altered" => Altered(_provider.Sign(SamlProviderDouble.Response(), "_assertion"), document => document.GetElementsByTagName("saml:NameID")[0]!.InnerText = "admin"),
            "another provider's key" => foreign.Sign(SamlProviderDouble.Response(), "_assertion"),
            "SHA-1" => Altered(_provider.Sign(SamlProviderDouble.Response()), document => _provider.Sign(document, "_assertion", SignedXml.XmlDsigRSASHA1Url)),
            "a second assertion" => Altered(_provider.Sign(SamlProviderDouble.Response(), "_assertion"), document => Forge(document, document.DocumentElement!)),
            "the signed one wrapped away" => Altered(_provider.Sign(SamlProviderDouble.Response(), "_assertion"), WrapAway),
            "a document type" => _provider.Sign(SamlProviderDouble.Response().Insert(0, "<!DOCTYPE r [<!ENTITY e 'x'>]>"), "_assertion"),
            "another issuer" => _provider.Sign(SamlProviderDouble.Response(issuer: "https://other.example.com"), "_assertion"),
            "another audience" => _provider.Sign(SamlProviderDouble.Response(audience: "https://app.example.com"), "_assertion"),
            "another recipient" => _provider.Sign(SamlProviderDouble.Response(recipient: "https://signin.aws.amazon.com.example.com/saml"), "_assertion"),
            "another role" => _provider.Sign(SamlProviderDouble.Response(pair: "arn:aws:iam::123456789012:role/other," + SamlProviderDouble.ProviderArn), "_assertion"),
            "no session name" => _provider.Sign(SamlProviderDouble.Response(sessionName: null), "_assertion"),
            "a bad session name" => _provider.Sign(SamlProviderDouble.Response(sessionName: "jane doe"), "_assertion"),
            "too old" => _provider.Sign(SamlProviderDouble.Response(issuedSecondsAgo: 301), "_assertion"),
            _ => _provider.Sign(SamlProviderDouble.Response(nameId: "mallory"), "_assertion"),
        };

        var refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => AssumeAsync(document));

        Assert.Equal((code, message), (refusal.ErrorCode, refusal.Message));
    }

    [Fact]
    public async Task The_trail_names_who_signed_in_and_never_holds_the_assertion()
    {
        var document = _provider.Sign(SamlProviderDouble.Response(), "_assertion");
        await AssumeAsync(document);

        var record = Assert.Single((await _store.Do(new LookupEvents.Request { LookupAttributes = [new() { AttributeKey = "EventName", AttributeValue = "AssumeRoleWithSAML" }] }, "us-east-1")).Events).CloudTrailEvent!;
        Assert.Contains("\"type\":\"SAMLUser\"", record, StringComparison.Ordinal);
        Assert.Contains("\"userName\":\"jane\",\"identityProvider\":", record, StringComparison.Ordinal);
        Assert.DoesNotContain(SamlProviderDouble.Encode(document), record, StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html
    [Fact]
    public async Task After_the_metadata_was_replaced_the_old_key_signs_nobody_in()
    {
        using var renewed = new SamlProviderDouble();
        await _store.Do(new UpdateSAMLProvider.Request { SamlProviderArn = SamlProviderDouble.ProviderArn, SamlMetadataDocument = renewed.Metadata });

        await AssumeAsync(renewed.Sign(SamlProviderDouble.Response(), "_assertion"));
        await Assert.ThrowsAsync<Amazon.SecurityToken.Model.InvalidIdentityTokenException>(() => AssumeAsync(_provider.Sign(SamlProviderDouble.Response(), "_assertion")));
    }

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html
    [Fact]
    public async Task A_provider_is_listed_tagged_and_deleted()
    {
        var entry = Assert.Single((await _store.Do(new ListSAMLProviders.Request())).SamlProviderList);
        await _store.Do(new TagSAMLProvider.Request { SamlProviderArn = entry.Arn, Tags = [new() { Key = "team", Value = "identity" }, new() { Key = "stage", Value = "test" }] });
        await _store.Do(new UntagSAMLProvider.Request { SamlProviderArn = entry.Arn, TagKeys = ["stage"] });
        var provider = await _store.Do(new GetSAMLProvider.Request { SamlProviderArn = entry.Arn });
        var tags = await _store.Do(new ListSAMLProviderTags.Request { SamlProviderArn = entry.Arn });
        await _store.Do(new DeleteSAMLProvider.Request { SamlProviderArn = entry.Arn });

        Assert.Equal((SamlProviderDouble.ProviderArn, TestStore.Start, TestStore.Start.AddYears(100)), (entry.Arn, entry.CreateDate, entry.ValidUntil));
        Assert.Equal((_provider.Metadata, "team", "identity"), (provider.SamlMetadataDocument, Assert.Single(tags.Tags).Key, Assert.Single(provider.Tags!).Value));
        await Assert.ThrowsAsync<NoSuchEntityException>(() => _store.Do(new GetSAMLProvider.Request { SamlProviderArn = entry.Arn }));
        Assert.Equal("Specified provider doesn't exist", (await Assert.ThrowsAsync<Amazon.SecurityToken.Model.InvalidIdentityTokenException>(
            () => AssumeAsync(_provider.Sign(SamlProviderDouble.Response(), "_assertion")))).Message);
    }

    [Fact]
    public async Task Metadata_without_a_key_makes_no_provider() =>
        Assert.Equal("Could not parse metadata", (await Assert.ThrowsAsync<InvalidInputException>(
            () => _store.Do(new CreateSAMLProvider.Request { Name = "other", SamlMetadataDocument = new string('a', 1000) }))).Message);

    private Task<AssumeRoleWithSAMLResponse> AssumeAsync(XmlDocument response) => _sts.AssumeRoleWithSAMLAsync(new AssumeRoleWithSAMLRequest
    {
        RoleArn = SamlProviderDouble.RoleArn,
        PrincipalArn = SamlProviderDouble.ProviderArn,
        SAMLAssertion = SamlProviderDouble.Encode(response),
    });

    private static XmlDocument Altered(XmlDocument document, Action<XmlDocument> change)
    {
        change(document);
        return document;
    }

    // A copy of the signed assertion for somebody else, beside it.
    private static XmlElement Forge(XmlDocument document, XmlElement parent)
    {
        var forged = (XmlElement)document.SelectSingleNode("//*[@ID='_assertion']")!.CloneNode(true);
        forged.SetAttribute("ID", "_forged");
        forged.GetElementsByTagName("saml:NameID")[0]!.InnerText = "admin";
        parent.AppendChild(forged);
        return forged;
    }

    // XML signature wrapping: the forged assertion stands where the signed one stood, whose signature and self it carries inside.
    private static void WrapAway(XmlDocument document)
    {
        var signed = (XmlElement)document.SelectSingleNode("//*[@ID='_assertion']")!;
        var forged = Forge(document, document.DocumentElement!);
        document.DocumentElement!.RemoveChild(signed);
        var wrapper = document.CreateElement("Object", SignedXml.XmlDsigNamespaceUrl);
        wrapper.AppendChild(signed);
        forged.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl)[0]!.AppendChild(wrapper);
    }
}
