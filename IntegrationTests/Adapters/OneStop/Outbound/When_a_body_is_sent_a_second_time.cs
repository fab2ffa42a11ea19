using DichVuCong.Adapters.OneStop.Outbound;

namespace DichVuCong.OneStop.Tests.Outbound;

internal sealed class When_a_body_is_sent_a_second_time
{
    [Test]
    public async Task Should_not_leave_the_machine()
    {
        using var content = new OnceContent("{}"u8.ToArray());
        content.Began.ShouldBeFalse();
        var first = new MemoryStream();
        await content.CopyToAsync(first);
        content.Began.ShouldBeTrue();
        first.ToArray().ShouldBe("{}"u8.ToArray());

        var second = new MemoryStream();
        await Should.ThrowAsync<HttpRequestException>(() => content.CopyToAsync(second));
        second.Length.ShouldBe(0);
    }
}
