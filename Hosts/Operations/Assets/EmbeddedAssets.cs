using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using DichVuCong.Operations.Access;

namespace DichVuCong.Operations.Assets;

/// <summary>Style sheets and scripts, out of the assembly: the host serves them wherever it is started, and a new build has new addresses.</summary>
internal static class EmbeddedAssets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> All = Load();

    /// <summary>The address of a file, which changes with its content.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public static string Address(string path) => $"/assets/{path}?v={All[path].Version}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{**path}", Serve).WithMetadata(EndpointRule.Open);

    private static IResult Serve(string path, HttpContext context)
    {
        if (!All.TryGetValue(path, out var asset)) return Results.StatusCode(StatusCodes.Status404NotFound);
        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.MediaType, entityTag: new($"\"{asset.Version}\""));
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => Asset.Read(assembly, name));
    }

    private sealed record Asset(byte[] Content, string MediaType, string Version)
    {
        public static Asset Read(Assembly assembly, string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new Asset(content, MediaTypeOf(Path.GetExtension(name)), Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
        }

        private static string MediaTypeOf(string extension) => extension switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => throw new InvalidOperationException($"No media type is known for {extension}."),
        };
    }
}
