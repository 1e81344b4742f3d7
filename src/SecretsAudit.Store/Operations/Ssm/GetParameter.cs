using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>One parameter with its value.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html"/>
internal sealed class GetParameter() : Operation<GetParameter.Request, GetParameter.Response>(AwsService.Ssm, writes: false)
{
    public override Response Handle(Request request, Call call) =>
        new() { Parameter = ParameterReader.Read(call, request.Name!, request.WithDecryption is true) };

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Name, "name").Length(request.Name, "name", 1, 2048)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }

        public bool? WithDecryption { get; init; }
    }

    internal sealed record Response
    {
        public required WireParameter Parameter { get; init; }
    }
}
