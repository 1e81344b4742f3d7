using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>Deletes a function with its policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html"/>
internal sealed class DeleteFunction() : Operation<DeleteFunction.Request, Nothing>(AwsService.Lambda, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.Changes.Delete(call.RequireFunction(request.FunctionName!).Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.FunctionName, "functionName").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? FunctionName { get; init; }
    }
}
