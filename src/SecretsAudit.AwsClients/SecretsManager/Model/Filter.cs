namespace Amazon.SecretsManager.Model;

/// <summary>A condition that a listed secret must meet.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html"/>
public class Filter
{
    /// <summary>The key.</summary>
    public FilterNameStringType? Key { get; set; }

    /// <summary>Values, any of which may match; a leading <c>!</c> negates.</summary>
    public List<string>? Values { get; set; }
}
