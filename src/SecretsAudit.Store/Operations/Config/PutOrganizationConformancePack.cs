using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>
/// Puts a conformance pack for the organisation's accounts: in the store that is the calling one, which gets the rules of the template. One that is
/// named by its place in S3 is kept without rules, since the store has no objects.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutOrganizationConformancePack.html"/>
internal sealed class PutOrganizationConformancePack()
    : Operation<PutOrganizationConformancePack.Request, PutOrganizationConformancePack.Response>(AwsService.Config, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (string.IsNullOrEmpty(request.TemplateS3Uri) && string.IsNullOrEmpty(request.TemplateBody))
        {
            throw new ValidationException("Template body is invalid");
        }

        var name = request.OrganizationConformancePackName!;
        var present = call.FindPack(name);
        var pack = new OrganizationConformancePack
        {
            Account = call.Account,
            Region = call.Region,
            Name = name,
            PackId = present?.PackId ?? $"{name}-{call.Identifiers.Uuid()[..8]}",
            DeliveryBucket = request.DeliveryS3Bucket,
            DeliveryPrefix = request.DeliveryS3KeyPrefix,
            Parameters = [.. (request.ConformancePackInputParameters ?? []).OfType<PackParameter>()],
            ExcludedAccounts = [.. (request.ExcludedAccounts ?? []).OfType<string>()],
            Updated = call.Now,
            WasUpdated = present is not null,
        };
        call.Changes.Put(pack);
        var inAccount = OrganizationPacks.NameInAccount(pack);
        if (pack.ExcludedAccounts.Contains(call.Account))
        {
            OrganizationPacks.Withdraw(call, inAccount);
        }
        else
        {
            ConformancePacks.Deploy(
                call, inAccount, string.IsNullOrEmpty(request.TemplateBody) ? null : request.TemplateBody,
                new() { DeliveryBucket = pack.DeliveryBucket, DeliveryPrefix = pack.DeliveryPrefix, Parameters = pack.Parameters }, isOrganizations: true);
        }

        return new() { OrganizationConformancePackArn = pack.Arn };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.OrganizationConformancePackName, "organizationConformancePackName")
        .Length(request.OrganizationConformancePackName, "organizationConformancePackName", 1, 128)
        .Length(request.TemplateS3Uri, "templateS3Uri", 1, 1024)
        .Pattern(request.TemplateS3Uri, "templateS3Uri", uri => uri.StartsWith("s3://", StringComparison.Ordinal), "s3://.*")
        .Length(request.TemplateBody, "templateBody", 1, 51_200)
        .Each(request.ConformancePackInputParameters, "conformancePackInputParameters", 0, 60)
        .Strings(request.ExcludedAccounts, "excludedAccounts", 0, 1000, 12, 12).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? OrganizationConformancePackName { get; init; }

        public string? TemplateS3Uri { get; init; }

        public string? TemplateBody { get; init; }

        public string? DeliveryS3Bucket { get; init; }

        public string? DeliveryS3KeyPrefix { get; init; }

        public IReadOnlyList<PackParameter?>? ConformancePackInputParameters { get; init; }

        public IReadOnlyList<string?>? ExcludedAccounts { get; init; }
    }

    internal sealed record Response
    {
        public required string OrganizationConformancePackArn { get; init; }
    }
}
