using System.Collections.Immutable;
using System.Globalization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Puts labels on a version of a parameter; a label that another version holds moves.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_LabelParameterVersion.html"/>
internal sealed class LabelParameterVersion() : Operation<LabelParameterVersion.Request, LabelParameterVersion.Response>(AwsService.Ssm, writes: true)
{
    private const int Limit = 10;

    public override Response Handle(Request request, Call call)
    {
        var parameter = ParameterNames.RequireFor(call, request.Name!);
        var number = request.ParameterVersion ?? parameter.Latest.Version;
        var target = parameter.Versions.FirstOrDefault(version => version.Version == number)
            ?? throw new ParameterVersionNotFoundException(number.ToString(CultureInfo.InvariantCulture), request.Name!);
        var labels = request.Labels!.Select(label => label!).Distinct(StringComparer.Ordinal).ToList();
        var valid = labels.Where(IsValid).ToList();
        var invalid = labels.Where(label => !IsValid(label)).ToList();
        if (invalid.Count == 0)
        {
            if (target.Labels.Union(valid).Count() > Limit)
            {
                throw new ParameterVersionLabelLimitExceededException();
            }

            call.Changes.Put(parameter with
            {
                Versions = [.. parameter.Versions.Select(version => version with
                {
                    Labels = version.Version == number
                        ? [.. version.Labels.Union(valid, StringComparer.Ordinal)]
                        : version.Labels.RemoveAll(valid.Contains),
                })],
            });
        }

        return new() { InvalidLabels = invalid, ParameterVersion = number };
    }

    protected override void Check(Request request, Constraints check)
    {
        if (request.Labels is { Count: > Limit })
        {
            throw new ParameterVersionLabelLimitExceededException();
        }

        check.Required(request.Name, "name").Length(request.Name, "name", 1, 2048)
            .Required(request.Labels, "labels").Strings(request.Labels, "labels", 1, Limit, 1, 100)
            .ThrowIfBroken();
    }

    // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-labels.html
    private static bool IsValid(string label) =>
        label.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && !char.IsAsciiDigit(label[0])
        && !label.StartsWith("aws", StringComparison.OrdinalIgnoreCase) && !label.StartsWith("ssm", StringComparison.OrdinalIgnoreCase);

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }

        public long? ParameterVersion { get; init; }

        public IReadOnlyList<string?>? Labels { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<string> InvalidLabels { get; init; }

        public required long ParameterVersion { get; init; }
    }
}
