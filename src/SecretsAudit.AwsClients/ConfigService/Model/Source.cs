namespace Amazon.ConfigService.Model;

/// <summary>Who owns a rule, and its logic.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_Source.html"/>
public class Source
{
    /// <summary>A rule written as a policy.</summary>
    public CustomPolicyDetails? CustomPolicyDetails { get; set; }

    /// <summary>AWS, a Lambda function or a policy.</summary>
    public Owner? Owner { get; set; }

    /// <summary>What triggers an evaluation.</summary>
    public List<SourceDetail>? SourceDetails { get; set; }

    /// <summary>The managed rule's identifier, or the function's ARN.</summary>
    public string? SourceIdentifier { get; set; }
}
