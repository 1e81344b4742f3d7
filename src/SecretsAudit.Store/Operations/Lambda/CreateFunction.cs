using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>Makes a function known; its code is not run here, but at the endpoint that the store's owner maps its ARN to.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html"/>
internal sealed class CreateFunction() : Operation<CreateFunction.Request, FunctionConfiguration>(AwsService.Lambda, writes: true)
{
    public override FunctionConfiguration Handle(Request request, Call call)
    {
        var function = new LambdaFunction
        {
            Account = call.Account,
            Region = call.Region,
            Name = request.FunctionName!,
            Modified = call.Now,
            Runtime = request.Runtime,
            Role = request.Role,
            Handler = request.Handler,
            Description = request.Description,
        };
        call.Authorize(function.Arn, call.Account, null, []);
        if (call.State.Find(function.Id) is not null)
        {
            throw new ResourceConflictException($"Function already exist: {function.Name}");
        }

        call.Changes.Put(function);
        return FunctionConfiguration.Of(function);
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.FunctionName, "functionName").Length(request.FunctionName, "functionName", 1, 64)
        .Pattern(request.FunctionName, "functionName", name => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'), "[a-zA-Z0-9-_]+")
        .Required(request.Role, "role").Length(request.Description, "description", 0, 256)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<FunctionConfiguration>
    {
        public string? FunctionName { get; init; }

        public string? Runtime { get; init; }

        public string? Role { get; init; }

        public string? Handler { get; init; }

        public string? Description { get; init; }
    }
}
