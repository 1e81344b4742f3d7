using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>What the region's rules together say of each resource, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeComplianceByResource.html"/>
internal sealed class DescribeComplianceByResource()
    : Operation<DescribeComplianceByResource.Request, DescribeComplianceByResource.Response>(AwsService.Config, writes: false)
{
    private const int DefaultLimit = 10;

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (request is { ResourceId: not null, ResourceType: null })
        {
            throw new InvalidParameterValueException("A resource's id needs its type: specify ResourceType, too.");
        }

        var resources = RuleSet.Active(call).SelectMany(rule => rule.Evaluate(call))
            .Where(verdict => (request.ResourceType ?? verdict.ResourceType) == verdict.ResourceType && (request.ResourceId ?? verdict.ResourceId) == verdict.ResourceId)
            .GroupBy(verdict => (verdict.ResourceType, verdict.ResourceId), verdict => verdict.ComplianceType)
            .OrderBy(group => group.Key.ResourceType, StringComparer.Ordinal).ThenBy(group => group.Key.ResourceId, StringComparer.Ordinal)
            .Select(group => new ComplianceByResource
            {
                ResourceType = group.Key.ResourceType,
                ResourceId = group.Key.ResourceId,
                Compliance = DescribeComplianceByConfigRule.Compliance.Of([.. group]),
            })
            .Where(resource => request.ComplianceTypes is not { Count: > 0 } types || types.Contains(resource.Compliance.ComplianceType));
        var (page, next) = ConfigPage.Of(resources, resource => $"{resource.ResourceType} {resource.ResourceId}", request.NextToken, ConfigPage.Size(request.Limit, DefaultLimit));
        return new() { ComplianceByResources = page, NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => check
        .Length(request.ResourceType, "resourceType", 1, 256).Length(request.ResourceId, "resourceId", 1, 768)
        .Each(request.ComplianceTypes, "complianceTypes", 0, 3, (type, place) => check.OneOf(type, place, "COMPLIANT", "NON_COMPLIANT", "NOT_APPLICABLE", "INSUFFICIENT_DATA"))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ResourceType { get; init; }

        public string? ResourceId { get; init; }

        public IReadOnlyList<string?>? ComplianceTypes { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<ComplianceByResource> ComplianceByResources { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record ComplianceByResource
    {
        public required string ResourceType { get; init; }

        public required string ResourceId { get; init; }

        public required DescribeComplianceByConfigRule.Compliance Compliance { get; init; }
    }
}
