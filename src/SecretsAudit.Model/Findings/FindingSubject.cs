using System.Text.Json.Serialization;

namespace SecretsAudit.Model;

/// <summary>What a finding is about: a cloud resource or a place in source code.</summary>
public abstract record FindingSubject
{
    private FindingSubject()
    {
    }

    /// <summary>What identifies it across runs: the ARN, or the file's path.</summary>
    public abstract string Identity { get; }

    /// <summary>A resource in the cloud.</summary>
    /// <param name="Arn">Its ARN.</param>
    /// <param name="Name">Its friendly name.</param>
    /// <param name="Kind">Its CloudFormation type, <c>AWS::SecretsManager::Secret</c>.</param>
    /// <param name="Scope">Its account and region.</param>
    /// <param name="Owner">Who owns it, by its owner tag; null when nobody is named.</param>
    public sealed record Resource(string Arn, string Name, string Kind, Scope Scope, string? Owner) : FindingSubject
    {
        /// <summary>Where a template states it; null for a resource that exists.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public SourcePlace? Place { get; init; }

        /// <inheritdoc/>
        public override string Identity => Arn;
    }

    /// <summary>A place in a source file.</summary>
    /// <param name="Path">The path from the scanned root, with forward slashes.</param>
    /// <param name="Line">The first line, from 1.</param>
    /// <param name="Column">The first column, from 1.</param>
    /// <param name="EndLine">The last line, from 1.</param>
    /// <param name="EndColumn">The column behind the last character, from 1.</param>
    public sealed record Code(string Path, int Line, int Column, int EndLine, int EndColumn) : FindingSubject
    {
        /// <inheritdoc/>
        public override string Identity => Path;
    }
}
