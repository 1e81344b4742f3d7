namespace SecretsAudit.Store.Alarms;

/// <summary>
/// A threshold on one metric, judged for each account and region. When its state changes an event goes to the event targets, in the form of
/// CloudWatch: source <c>aws.cloudwatch</c>, detail-type <c>CloudWatch Alarm State Change</c>.
/// </summary>
/// <param name="Name">How people call it.</param>
/// <param name="Metric">What is measured.</param>
/// <param name="Threshold">The alarm goes off at this value and above.</param>
/// <seealso href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html"/>
public sealed record Alarm(string Name, AlarmMetric Metric, double Threshold);
