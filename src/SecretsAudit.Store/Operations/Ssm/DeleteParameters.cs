using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Deletes up to ten parameters; the names that lead nowhere are listed apart.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameters.html"/>
internal sealed class DeleteParameters() : Operation<DeleteParameters.Request, DeleteParameters.Response>(AwsService.Ssm, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var deleted = new List<string>();
        var invalid = new List<string>();
        foreach (var name in request.Names!)
        {
            if (ParameterNames.Authorized(call, name!) is { } parameter)
            {
                call.Changes.Delete(parameter.Id);
                deleted.Add(name!);
            }
            else
            {
                invalid.Add(name!);
            }
        }

        return new() { DeletedParameters = deleted, InvalidParameters = invalid };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Names, "names").Strings(request.Names, "names", 1, 10, 1, 2048)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? Names { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<string> DeletedParameters { get; init; }

        public required IReadOnlyList<string> InvalidParameters { get; init; }
    }
}
