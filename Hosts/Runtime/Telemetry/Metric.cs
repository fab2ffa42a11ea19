namespace DichVuCong.Runtime.Telemetry;

/// <summary>How the values of a metric are to be read.</summary>
public enum MetricKind
{
    /// <summary>A sum that only rises; rates are taken of it.</summary>
    Counter,

    /// <summary>How values are spread.</summary>
    Histogram,

    /// <summary>A value as it is now.</summary>
    Gauge,
}

/// <summary>A metric as it is declared: nothing is measured under another name, and no label is set that is not listed.</summary>
/// <param name="Name">Its name, after OpenTelemetry's conventions; <c>dvc.</c> begins those that the conventions do not know.</param>
/// <param name="Kind">How its values are to be read.</param>
/// <param name="Unit">The unit, in UCUM: <c>s</c>, or what is counted, in braces.</param>
/// <param name="Description">What is measured.</param>
/// <param name="Labels">
/// The labels it may have. Each has a bounded number of values: agencies, partners and types of messages, never a dossier or a person.
/// </param>
public sealed record Metric(string Name, MetricKind Kind, string Unit, string Description, IReadOnlyList<string> Labels);
