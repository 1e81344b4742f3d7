using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>Lets a service or an account invoke a function.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html"/>
internal sealed class AddPermission() : Operation<AddPermission.Request, AddPermission.Response>(AwsService.Lambda, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var function = call.RequireFunction(request.FunctionName!);
        if (function.Permissions.Any(present => present.StatementId == request.StatementId))
        {
            throw new ResourceConflictException($"The statement id ({request.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.");
        }

        var permission = new LambdaPermission
        {
            StatementId = request.StatementId!,
            Action = request.Action!,
            Principal = request.Principal!,
            SourceArn = request.SourceArn,
            SourceAccount = request.SourceAccount,
        };
        call.Changes.Put(function with { Permissions = function.Permissions.Add(permission) });
        return new() { Statement = PolicyStatement.Write(function, permission) };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.FunctionName, "functionName")
        .Required(request.StatementId, "statementId").Length(request.StatementId, "statementId", 1, 100)
        .Required(request.Action, "action").Required(request.Principal, "principal").Length(request.SourceArn, "sourceArn", 1, 2048)
        .Pattern(request.SourceAccount, "sourceAccount", Accounts.AccountNumber.IsValid, @"\d{12}")
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? FunctionName { get; init; }

        public string? StatementId { get; init; }

        public string? Action { get; init; }

        public string? Principal { get; init; }

        public string? SourceArn { get; init; }

        public string? SourceAccount { get; init; }
    }

    internal sealed record Response
    {
        public required string Statement { get; init; }
    }
}
