using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>A function's configuration.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html"/>
internal sealed class GetFunction() : Operation<GetFunction.Request, GetFunction.Response>(AwsService.Lambda, writes: false)
{
    public override Response Handle(Request request, Call call) => new() { Configuration = FunctionConfiguration.Of(call.RequireFunction(request.FunctionName!)) };

    protected override void Check(Request request, Constraints check) => check.Required(request.FunctionName, "functionName").ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? FunctionName { get; init; }
    }

    internal sealed record Response
    {
        public required FunctionConfiguration Configuration { get; init; }
    }
}
