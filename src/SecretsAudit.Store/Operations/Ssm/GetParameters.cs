using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Up to ten parameters with their values; the names that lead nowhere are listed apart.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html"/>
internal sealed class GetParameters() : Operation<GetParameters.Request, GetParameters.Response>(AwsService.Ssm, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var names = request.Names!.Select(name => name!).Distinct(StringComparer.Ordinal);
        var found = new List<WireParameter>();
        var invalid = new List<string>();
        foreach (var name in names)
        {
            try
            {
                found.Add(ParameterReader.Read(call, name, request.WithDecryption is true));
            }
            catch (AwsException missing) when (missing is ParameterNotFoundException or ParameterVersionNotFoundException)
            {
                invalid.Add(name);
            }
        }

        return new() { Parameters = found, InvalidParameters = invalid };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Names, "names").Strings(request.Names, "names", 1, 10, 1, 2048)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? Names { get; init; }

        public bool? WithDecryption { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireParameter> Parameters { get; init; }

        public required IReadOnlyList<string> InvalidParameters { get; init; }
    }
}
