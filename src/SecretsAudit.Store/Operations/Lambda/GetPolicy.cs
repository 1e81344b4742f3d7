using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>A function's resource policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html"/>
internal sealed class GetPolicy() : Operation<GetPolicy.Request, GetPolicy.Response>(AwsService.Lambda, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var function = call.RequireFunction(request.FunctionName!);
        return function.Permissions.IsEmpty
            ? throw new LambdaResourceNotFoundException("The resource you requested does not exist.")
            : new() { Policy = PolicyStatement.Write(function) };
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.FunctionName, "functionName").ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? FunctionName { get; init; }
    }

    internal sealed record Response
    {
        public required string Policy { get; init; }
    }
}
