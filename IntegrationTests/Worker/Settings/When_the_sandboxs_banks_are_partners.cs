using System.Security.Cryptography;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Settings;
using DichVuCong.Saga.Payments;
using DichVuCong.Worker.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker.Tests.Settings;

/// <summary>What Development does otherwise with the Sandbox's banks: section Payments:Sandbox.</summary>
internal sealed class When_the_sandboxs_banks_are_partners
{
    [Test]
    public void Should_wait_as_documented_unless_told_otherwise()
    {
        using var partners = Some.Partners();
        partners.RulesOf().Asks.ShouldBe(AskSchedule.Default);
        partners.RulesOf().RefundAnswerWithin.ShouldBe(TimeSpan.FromDays(1));
    }

    [Test]
    public void Should_wait_a_fiftieth_when_told_so()
    {
        using var partners = Some.Partners(Some.Development(("Sandbox:TimeScale", "0.02")));
        var rules = partners.RulesOf();
        rules.Asks.First[0].ShouldBe(TimeSpan.FromSeconds(1.2));
        rules.Asks.Every.ShouldBe(TimeSpan.FromSeconds(72));
        rules.RefundAsks.First[0].ShouldBe(TimeSpan.FromSeconds(18));
        partners.All.Select(partner => partner.Code).ShouldBe(["vnpay", "vietqr", "mb"]);
    }

    [TestCase("Sandbox:TimeScale", "0", "Payments:Sandbox:TimeScale is 0.001 to 1.")]
    [TestCase("Sandbox:TimeScale", "2", "Payments:Sandbox:TimeScale is 0.001 to 1.")]
    [TestCase("Sandbox:BankKeys", "/nowhere", "Payments:Sandbox:BankKeys is no folder in which the Sandbox left its keys: it does when it starts.")]
    public void Should_refuse_what_cannot_be(string name, string value, string problem) =>
        Should.Throw<SettingsException>(() => Some.Development((name, value))).Message.ShouldBe(problem);

    [TestCase("Sandbox:TimeScale", "0.02")]
    [TestCase("Sandbox:TakesOpenDays", "true")]
    public void Should_refuse_the_section_outside_development(string name, string value) =>
        Should.Throw<SettingsException>(() => Some.Read((name, value))).Message.ShouldStartWith("Payments:Sandbox is not known");

    [Test]
    public void Should_take_the_bank_that_signs_with_the_keys_of_the_sandbox()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            foreach (var name in new[] { "bank", "portal" })
            {
                using var key = RSA.Create(2048);
                File.WriteAllText(Path.Combine(folder, $"development-{name}.key.pem"), key.ExportPkcs8PrivateKeyPem());
            }

            using var partners = Some.Partners(Some.Development(("Sandbox:BankKeys", folder)));
            partners.All.Select(partner => partner.Code).ShouldBe(["vnpay", "vietqr", "mb", "mbrsa"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase(null, false)]
    [TestCase("true", true)]
    public void Should_take_statements_of_open_days_only_when_told_so(string? value, bool takes)
    {
        var payments = value is null ? Some.Development() : Some.Development(("Sandbox:TakesOpenDays", value));
        ReconcilingSettings.Read(new ConfigurationBuilder().Build(), payments).All.ShouldAllBe(partner => partner.TakesOpenDays == takes);
    }

    [Test]
    public void Should_not_take_them_because_a_partners_own_section_says_so()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Reconciliation:Partners:vnpay:TakesOpenDays", (string?)"true")]).Build();
        ReconcilingSettings.Read(configuration, Some.Development()).Find("vnpay").ShouldNotBeNull().TakesOpenDays.ShouldBeFalse();
    }
}
