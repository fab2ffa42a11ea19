using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker.Tests.Settings;

internal sealed class When_retention_is_read
{
    [Test]
    public void Should_keep_by_the_texts_when_nothing_is_set() => Read().ShouldBe(new RetentionSettings
    {
        PaymentEventDays = 30,
        RunInputDays = 400,
        StatementDays = 3653,
        InboxDays = 90,
    });

    [Test]
    public void Should_take_what_is_set() =>
        Read(("RunInputDays", "800"), ("InboxDays", "7")).ShouldBe(new RetentionSettings { RunInputDays = 800, InboxDays = 7 });

    [TestCase("PaymentEventDays", "0")]
    [TestCase("RunInputDays", "61")]
    [TestCase("RunInputDays", "4000")]
    [TestCase("StatementDays", "1826", Description = "accounting documents are kept for 5 years at least")]
    [TestCase("StatementLegalBasis", "")]
    [TestCase("InboxDays", "0")]
    public void Should_refuse_what_may_not_be(string name, string value) =>
        Should.Throw<SettingsException>(() => Read((name, value))).Message.ShouldContain(name);

    private static RetentionSettings Read(params (string Name, string? Value)[] values) => RetentionSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create($"Retention:{value.Name}", value.Value))).Build());
}
