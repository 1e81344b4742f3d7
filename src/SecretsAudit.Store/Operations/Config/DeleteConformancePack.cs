using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Deletes a conformance pack with its rules and what they said.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConformancePack.html"/>
internal sealed class DeleteConformancePack() : Operation<DeleteConformancePack.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        ConformancePacks.Remove(call, call.RequirePack(request.ConformancePackName!));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.PackName(request.ConformancePackName).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ConformancePackName { get; init; }
    }
}
