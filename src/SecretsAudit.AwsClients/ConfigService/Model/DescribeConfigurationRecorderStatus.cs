namespace Amazon.ConfigService.Model;

/// <summary>Tells whether the recorders of a region record.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorderStatus.html"/>
public class DescribeConfigurationRecorderStatusRequest : AmazonConfigServiceRequest
{
    /// <summary>The recorders; all of the region when not set.</summary>
    public List<string>? ConfigurationRecorderNames { get; set; }
}

/// <summary>What <see cref="DescribeConfigurationRecorderStatusRequest"/> answers.</summary>
public class DescribeConfigurationRecorderStatusResponse : Amazon.Runtime.AmazonWebServiceResponse
{
    /// <summary>The recorders; empty where Config was never set up.</summary>
    public List<ConfigurationRecorderStatus>? ConfigurationRecordersStatus { get; set; }
}
