using System.Reflection;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Parcels;

internal sealed class When_following_the_parcel_graph
{
    private const string Edges =
        "Asked->Ordered,Cancelled · Ordered->Created,Held,Cancelled,PickedUp,InTransit,Delivered,Returned,Failed · Held->Ordered,Cancelled,PickedUp,InTransit,Delivered,Returned,Failed"
        + " · Created->Cancelled,PickedUp,InTransit,Delivered,Returned,Failed · PickedUp->InTransit,Delivered,Returned,Failed"
        + " · InTransit->Delivered,Returned,Failed · Failed->Ordered,InTransit,Delivered,Returned · Returned->Ordered"
        + " · Cancelled->Ordered,PickedUp,InTransit,Delivered,Returned";

    private static readonly Type[] Personal = [typeof(PersonalId), typeof(PersonName), typeof(PhoneNumber), typeof(EmailAddress)];

    [Test]
    public void Should_have_these_edges_and_no_others() => ParcelGraph.Table.Edges.Select(edge => edge.Name).ShouldBe(
        Edges.Split(" · ").SelectMany(row => row.Split("->")[1].Split(',').Select(to => $"{row.Split("->")[0]}->{to}")), ignoreOrder: true);

    [Test]
    public void Should_take_every_edge_that_tracking_leads_along_and_no_other()
    {
        foreach (var from in Enum.GetValues<ParcelState>().Except([ParcelState.Asked, ParcelState.Held]))
        {
            foreach (var to in Enum.GetValues<ParcelState>().Where(to => to != from))
            {
                var driver = At(from);
                driver.Give(Post.Told(5000, to, driver.Now.AddMinutes(1)));

                driver.Data.State.ShouldBe(ParcelGraph.LeadsByTracking(from, to) ? to : from, $"{from}->{to}");
            }
        }
    }

    [Test]
    public void Should_name_every_state_for_people() =>
        Enum.GetValues<ParcelState>().Select(ParcelStateNames.Of).ShouldAllBe(name => name.Length > 0 && name != "Không rõ");

    [TestCase("H29.101-260302-5000001", ParcelKind.Result, 1), TestCase("H29.101-260302-5000001-TG", ParcelKind.Papers, 1)]
    [TestCase("H29.101-260302-5000001-L2", ParcelKind.Result, 2), TestCase("H29.101-260302-5000001-TG-L12", ParcelKind.Papers, 12)]
    public void Should_read_a_postal_order_as_it_was_written(string text, ParcelKind kind, int attempt)
    {
        var number = PostOrderNumber.Parse(text);

        (number.Parcel.Kind, number.Attempt, number.Value).ShouldBe((kind, attempt, text));
        number.ShouldBe(PostOrderNumber.Of(ParcelId.Of(Sample.Code, kind), attempt));
        ParcelId.Parse(number.Parcel.Value).ShouldBe(number.Parcel);
    }

    [TestCase(""), TestCase("TG"), TestCase("H29.101-260302-5000001-L1"), TestCase("H29.101-260302-5000001-L02"), TestCase("H29.101-260302-5000001-L100")]
    [TestCase("H29.101-260302-5000001-L2-TG"), TestCase("h29-1"), TestCase("H29.101-260302-5000001\n")]
    public void Should_take_nothing_else_for_one_of_our_numbers(string text) => PostOrderNumber.TryParse(text, out _).ShouldBeFalse();

    [Test]
    public void Should_declare_every_message_and_carry_no_personal_data()
    {
        var messages = typeof(ParcelJson).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(ParcelJson).Namespace && type.GetCustomAttribute<MessageNameAttribute>() is not null).ToList();
        var declared = ParcelTopologies.Of(rules: null).Messages.Select(message => message.ClrType).ToHashSet();

        messages.Count.ShouldBe(27);
        messages.ShouldAllBe(message => declared.Contains(message));
        messages.ShouldAllBe(message => MessageNameAttribute.Of(message).StartsWith("parcels.") && MessageNameAttribute.Of(message).EndsWith(".v1"));
        messages.SelectMany(message => message.GetProperties()).ShouldAllBe(property => !Personal.Contains(property.PropertyType));
    }

    private static SagaDriver<ParcelData> At(ParcelState state) => state switch
    {
        ParcelState.Ordered => Post.Ordered(),
        ParcelState.Created => Post.Carried(),
        ParcelState.Cancelled => Post.Carried().Give(Post.NotWanted, new PostOrderCancelled(Post.Order)),
        _ => Post.Carried().Give(Post.Told(1, state, Sample.Start)),
    };
}
