using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>Takes a statement out of a function's policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html"/>
internal sealed class RemovePermission() : Operation<RemovePermission.Request, Nothing>(AwsService.Lambda, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var function = call.RequireFunction(request.FunctionName!);
        var left = function.Permissions.RemoveAll(present => present.StatementId == request.StatementId);
        if (left.Length == function.Permissions.Length)
        {
            throw new LambdaResourceNotFoundException($"Statement {request.StatementId} is not found in resource policy.");
        }

        call.Changes.Put(function with { Permissions = left });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.FunctionName, "functionName").Required(request.StatementId, "statementId")
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? FunctionName { get; init; }

        public string? StatementId { get; init; }
    }
}
