using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Deletes a parameter with all its versions.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameter.html"/>
internal sealed class DeleteParameter() : Operation<DeleteParameter.Request, Nothing>(AwsService.Ssm, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.Changes.Delete(ParameterNames.RequireFor(call, request.Name!).Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Name, "name").Length(request.Name, "name", 1, 2048)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? Name { get; init; }
    }
}
