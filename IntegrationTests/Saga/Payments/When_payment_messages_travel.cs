using System.Reflection;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_payment_messages_travel
{
    private static readonly Type[] Personal = [typeof(PersonalId), typeof(PersonName), typeof(PhoneNumber), typeof(EmailAddress)];

    private static IEnumerable<Type> Messages => typeof(PaymentJson).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(PaymentJson).Namespace && type.GetCustomAttribute<MessageNameAttribute>() is not null);

    [Test]
    public void Should_all_be_declared_under_the_capabilitys_name()
    {
        var topology = PaymentTopologies.Of(rules: null);
        var declared = topology.Messages.Select(message => message.ClrType).ToHashSet();

        Messages.Count().ShouldBe(52);
        Messages.ShouldAllBe(message => declared.Contains(message));
        Messages.Select(MessageNameAttribute.Of).ShouldBeUnique();
        Messages.ShouldAllBe(message => MessageNameAttribute.Of(message).StartsWith("payments.") && MessageNameAttribute.Of(message).EndsWith(".v1"));
    }

    [Test]
    public void Should_carry_no_personal_data() => Messages.SelectMany(PropertiesOf).ShouldAllBe(property => !Personal.Contains(property));

    [Test]
    public void Should_carry_money_only_as_vnd()
    {
        Type[] numbers = [typeof(double), typeof(float), typeof(decimal), typeof(long)];

        Messages.SelectMany(PropertiesOf).ShouldAllBe(property => !numbers.Contains(property));
    }

    [Test]
    public void Should_ask_as_decided_and_not_make_up_for_what_was_missed()
    {
        var start = Pay.Start;

        AskSchedule.Default.NextAfter(start, start).ShouldBe(start.AddMinutes(1));
        AskSchedule.Default.NextAfter(start, start.AddMinutes(1)).ShouldBe(start.AddMinutes(5));
        AskSchedule.Default.NextAfter(start, start.AddMinutes(30)).ShouldBe(start.AddMinutes(90));
        AskSchedule.Default.NextAfter(start, start.AddHours(10)).ShouldBe(start.AddMinutes((10 * 60) + 30));
        AskSchedule.Default.NextAfter(start, start.AddHours(71.5)).ShouldBeNull();
    }

    private static IEnumerable<Type> PropertiesOf(Type message) =>
        message.GetProperties().Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
}
