using System.Globalization;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Takes labels off a version of a parameter.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UnlabelParameterVersion.html"/>
internal sealed class UnlabelParameterVersion() : Operation<UnlabelParameterVersion.Request, UnlabelParameterVersion.Response>(AwsService.Ssm, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var parameter = ParameterNames.RequireFor(call, request.Name!);
        var target = parameter.Versions.FirstOrDefault(version => version.Version == request.ParameterVersion)
            ?? throw new ParameterVersionNotFoundException(request.ParameterVersion!.Value.ToString(CultureInfo.InvariantCulture), request.Name!);
        var removed = request.Labels!.Where(label => target.Labels.Contains(label!)).Select(label => label!).ToList();
        call.Changes.Put(parameter with { Versions = parameter.Versions.Replace(target, target with { Labels = target.Labels.RemoveAll(removed.Contains) }) });
        return new() { RemovedLabels = removed, InvalidLabels = [.. request.Labels!.Select(label => label!).Except(removed)] };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Name, "name").Length(request.Name, "name", 1, 2048).Required(request.ParameterVersion, "parameterVersion")
        .Required(request.Labels, "labels").Strings(request.Labels, "labels", 1, 10, 1, 100)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }

        public long? ParameterVersion { get; init; }

        public IReadOnlyList<string?>? Labels { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<string> RemovedLabels { get; init; }

        public required IReadOnlyList<string> InvalidLabels { get; init; }
    }
}
