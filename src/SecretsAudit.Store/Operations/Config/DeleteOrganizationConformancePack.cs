using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Deletes a conformance pack of the organisation.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteOrganizationConformancePack.html"/>
internal sealed class DeleteOrganizationConformancePack() : Operation<DeleteOrganizationConformancePack.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var name = request.OrganizationConformancePackName!;
        var pack = call.FindPack(name) ?? throw new NoSuchOrganizationConformancePackException(
            $"Could not find an OrganizationConformancePack for given request with resourceName {name}");
        call.Changes.Delete(pack.Id);
        OrganizationPacks.Withdraw(call, OrganizationPacks.NameInAccount(pack));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.OrganizationConformancePackName, "organizationConformancePackName")
        .Length(request.OrganizationConformancePackName, "organizationConformancePackName", 1, 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? OrganizationConformancePackName { get; init; }
    }
}
