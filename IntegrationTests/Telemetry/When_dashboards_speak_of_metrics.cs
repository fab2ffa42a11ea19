using System.Text.RegularExpressions;
using DichVuCong.Runtime.Telemetry;
using DichVuCong.Telemetry.Tests.Support;

namespace DichVuCong.Telemetry.Tests;

internal sealed partial class When_dashboards_speak_of_metrics
{
    /// <summary>What Prometheus itself, and the exporter, add to every series.</summary>
    private static readonly string[] Always = ["job", "instance", "le"];

    private static IEnumerable<TestCaseData> Expressions => Monitoring.Expressions().Select(one => new TestCaseData(one.Expression).SetArgDisplayNames(one.Where));

    private static IEnumerable<Metric> Ours => Emitted.Ours;

    [TestCaseSource(nameof(Expressions))]
    public void Should_only_name_series_and_labels_that_are_emitted(string expression)
    {
        var spoken = PromQl.Read(expression);
        var known = Emitted.Ours.Concat(Emitted.Platform).SelectMany(metric => Emitted.SeriesOf(metric).Select(series => (series, metric)))
            .ToDictionary(one => one.series, one => one.metric, StringComparer.Ordinal);

        spoken.Series.ShouldNotBeEmpty();
        spoken.Series.ShouldBeSubsetOf(known.Keys);
        var labels = spoken.Series.SelectMany(series => known[series].Labels).Select(Emitted.Underscored).Concat(Always);
        spoken.Labels.ShouldBeSubsetOf(labels);
    }

    [TestCaseSource(nameof(Ours))]
    public void Should_document_every_metric_with_its_unit_and_labels(Metric metric)
    {
        var line = Monitoring.Page.Split('\n').SingleOrDefault(line => line.StartsWith($"| `{metric.Name}` |", StringComparison.Ordinal));

        line.ShouldNotBeNull();
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        cells[2].ShouldBe(metric.Kind.ToString(), StringCompareShould.IgnoreCase);
        cells[3].ShouldBe($"`{metric.Unit}`");
        Quoted().Matches(cells[4]).Select(label => label.Groups["word"].Value).Order().ShouldBe(metric.Labels.Order());
        cells[5].ShouldBe(metric.Description);
    }

    [Test]
    public void Should_document_no_metric_that_is_not_emitted() =>
        Documented().Matches(Monitoring.Page).Select(line => line.Groups["name"].Value).ShouldBeSubsetOf(Emitted.Ours.Select(metric => metric.Name));

    [TestCaseSource(nameof(Ours))]
    public void Should_show_every_metric_somewhere(Metric metric)
    {
        var spoken = Monitoring.Expressions().SelectMany(one => PromQl.Read(one.Expression).Series).ToHashSet(StringComparer.Ordinal);

        Emitted.SeriesOf(metric).ShouldContain(series => spoken.Contains(series));
    }

    [Test]
    public void Should_have_the_rows_that_people_look_for()
    {
        using var dashboard = Monitoring.Dashboard();
        dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .Where(panel => panel.GetProperty("type").GetString() == "row").Select(panel => panel.GetProperty("title").GetString())
            .ShouldBe(["Luồng xử lý", "Tuổi của tin và độ trễ", "Đối tác", "Đồng hồ và thời hạn", "Thanh toán và đối soát", "Máy chủ"]);
    }

    [Test]
    public void Should_explain_every_alert_in_Vietnamese()
    {
        var alerts = Monitoring.AlertTexts();

        alerts.Count.ShouldBe(Regex.Count(Monitoring.Alerts, "- alert:", RegexOptions.None, TimeSpan.FromMinutes(1)));
        foreach (var (name, text) in alerts)
        {
            Monitoring.Expressions().ShouldContain(one => one.Where == name);
            Summary().Match(text).Groups["text"].Value.ShouldMatch("[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]", name);
            text.ShouldContain("description:", Case.Sensitive, name);
            text.ShouldContain("severity:", Case.Sensitive, name);
        }
    }

    [Test]
    public void Should_declare_every_instrument_in_the_one_place_that_is_checked()
    {
        var hosts = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(hosts.FullName, "DichVuCong.sln"))) hosts = hosts.Parent!;
        var makers = Directory.EnumerateFiles(Path.Combine(hosts.FullName, "Hosts"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && Makes().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);

        makers.ShouldBe(["Instruments.cs"]);
    }

    [TestCase("sum by (a_label) (rate(a_total{b=\"x|y\", c!=\"{}\"}[5m])) / max(b_seconds) > 0.5", "a_total b_seconds", "a_label b c")]
    [TestCase("histogram_quantile(0.99, sum by (le) (rate(d_bucket[5m]))) > 4e9 or vector(0)", "d_bucket", "le")]
    public void Should_read_expressions(string expression, string series, string labels)
    {
        var read = PromQl.Read(expression);

        read.Series.Order().ShouldBe(series.Split(' '));
        read.Labels.Order().ShouldBe(labels.Split(' '));
    }

    [GeneratedRegex("`(?<word>[^`]+)`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\| `(?<name>(dvc|messaging)\.[^`]+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 60_000)]
    private static partial Regex Documented();

    [GeneratedRegex("summary: \"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\.Create(Counter|UpDownCounter|Histogram|Gauge|Observable\w+)[<(]", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Makes();
}
