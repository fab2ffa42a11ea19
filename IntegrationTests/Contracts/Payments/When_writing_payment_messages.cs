using System.Text.Json;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Tests.Payments;

/// <summary>Integrators read these bodies: names and forms stay as they are.</summary>
internal sealed class When_writing_payment_messages
{
    private static readonly PaymentReference Reference = PaymentReference.Of(new DateOnly(2026, 3, 2), 12345);

    [Test]
    public void Should_write_amounts_as_integers_and_words_in_camel_case()
    {
        var told = new RecordPayment(
            Reference, "vnpay", "14000001", PaymentResult.Paid, new Vnd(150_000), PaymentSource.Callback, PaidAt: null, new DateOnly(2026, 3, 2));

        JsonSerializer.Serialize(told, PaymentJson.Default.RecordPayment).ShouldBe(
            $$"""{"reference":"{{Reference}}","partner":"vnpay","transactionNo":"14000001","result":"paid","amount":150000,"source":"callback","bankDate":"2026-03-02"}""");
    }

    [Test]
    public void Should_not_write_what_follows_from_the_rest()
    {
        var account = new BeneficiaryAccount("3941", "VCB", "KBNN", IsTreasury: true);
        var order = new OpenOrder(
            Reference, ObligationId.Parse("H29/1"), AgencyCode.Parse("H29.1"), "H29.1", account, new Vnd(1), DateTimeOffset.UnixEpoch, ConfirmTo: null);

        JsonSerializer.Serialize(order, PaymentJson.Default.OpenOrder).ShouldContain("\"beneficiary\":{\"number\":\"3941\",\"bank\":\"VCB\",\"name\":\"KBNN\",\"isTreasury\":true}");
    }

    [TestCase("\"PAID\"", true)]
    [TestCase("\"paid\"", true)]
    [TestCase("1", false)]
    [TestCase("\"settled?\"", false)]
    public void Should_read_words_and_no_numbers(string json, bool isRead)
    {
        if (isRead) JsonSerializer.Deserialize<PaymentResult>(json).ShouldBe(PaymentResult.Paid);
        else Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PaymentResult>(json));
    }
}
