using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Caching;

/// <summary>What a compiled assembly carries of a rule, so that loading it need not read YAML: all but the tests and the message's grammar.</summary>
internal sealed record RuleMetadata
{
    public required RuleDescriptor Descriptor { get; init; }

    /// <summary>The file's path from the rules' folder.</summary>
    public required string File { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    public required bool Enabled { get; init; }

    public required RuleResource Resource { get; init; }

    public required TimeSpan Grace { get; init; }

    public required InventoryNeeds Needs { get; init; }

    public required bool NeedsFleet { get; init; }

    public required IReadOnlyList<Parameter> Parameters { get; init; }

    public string? When { get; init; }

    public required string Fail { get; init; }

    public required int TestCount { get; init; }

    /// <summary>A parameter; its values as people write them, a list as its texts.</summary>
    internal sealed record Parameter(string Name, RuleParameterType Type, string? Description, IReadOnlyList<string> Default, string? Minimum, string? Maximum)
    {
        public static Parameter Of(RuleParameter parameter) => new(
            parameter.Name,
            parameter.Type,
            parameter.Description,
            parameter.Default as IReadOnlyList<string> ?? [RuleParameterText.Format(parameter.Default)],
            parameter.Minimum is null ? null : RuleParameterText.Format(parameter.Minimum),
            parameter.Maximum is null ? null : RuleParameterText.Format(parameter.Maximum));

        public RuleParameter ToParameter() => new()
        {
            Name = Name,
            Type = Type,
            Description = Description,
            Default = Type == RuleParameterType.List ? Default : Value(Default[0]),
            Minimum = Minimum is null ? null : Value(Minimum),
            Maximum = Maximum is null ? null : Value(Maximum),
        };

        private object Value(string text) => RuleParameterText.Parse(Type, text) ?? throw new InvalidDataException($"'{text}' is no {Type}.");
    }

    public static RuleMetadata Of(Rule rule, RuleFile file) => new()
    {
        Descriptor = rule.Descriptor,
        File = file.RelativePath,
        Line = rule.At.Line,
        Column = rule.At.Column,
        Enabled = rule.EnabledByDefault,
        Resource = rule.Resource,
        Grace = rule.Grace,
        Needs = rule.Needs,
        NeedsFleet = rule.NeedsFleet,
        Parameters = [.. rule.Parameters.Select(Parameter.Of)],
        When = rule.WhenText,
        Fail = rule.FailText,
        TestCount = rule.TestCount,
    };

    /// <summary>The rule; its body is read from its file when somebody asks for it.</summary>
    public Rule ToRule(RuleFile file, Func<RuleBody> body) => new(body)
    {
        Descriptor = Descriptor,
        At = new DocumentPosition(file.Path, Line, Column),
        EnabledByDefault = Enabled,
        Resource = Resource,
        Grace = Grace,
        Needs = Needs,
        NeedsFleet = NeedsFleet,
        Parameters = [.. Parameters.Select(parameter => parameter.ToParameter())],
        WhenText = When,
        FailText = Fail,
        TestCount = TestCount,
    };
}
